// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { createBus } from '~/engine/bus';
import { EngineContext } from '~/engine/use-engine';
import { removeLock, setLock, unlock } from '~/features/private/lock';
import { tellChoices } from '~/features/told/choices';
import { locked } from '~/prefs/locked';
import { aBoard, type TestBoard } from '~test/board';
import { anAnswer, aSighting, aTracked } from '~test/builders';

import { App } from './App';
import { PLAIN_CONFIG } from './config';
import { LockScreen, Told } from './parts';

const WORDS = 'a lighthouse';
const task = aTracked({
  label: 'Secret launch',
  batch: { id: 'b1', name: 'Client Alpha' },
  addedAt: Date.now(),
});
const shown: { title: string; options: NotificationOptions }[] = [];
class SystemNotice extends EventTarget {
  static permission = 'granted';
  constructor(title: string, options: NotificationOptions) {
    super();
    shown.push({ title, options });
  }
}

let board: TestBoard;
const bus = createBus();

beforeEach(async () => {
  shown.length = 0;
  vi.stubGlobal('Notification', SystemNotice);
  tellChoices.setState(({ quiet }) => ({ on: true, quiet: { ...quiet, on: false } }));
  // Late parts wait until the page has drawn something.
  document.body.replaceChildren(document.createElement('div'));
  await Promise.all([LockScreen.fetch(), Told.fetch()]);
  const now = Date.now();
  board = aBoard([[task, anAnswer({ state: 'running' }, { askedAt: now, answeredAt: now })]]);
  board.engine.status.setState({ leading: true });
});
afterEach(() => {
  cleanup();
  board.stop();
  removeLock();
  localStorage.clear();
  vi.unstubAllGlobals();
});

/** A look-up finds it done. */
async function finish(): Promise<void> {
  const before = board.engine.answers.get(task);
  const now = Date.now();
  const done = { sightings: [aSighting({ at: now, state: 'completed' })], answeredAt: now };
  const after = anAnswer({ state: 'completed', completedAt: now }, { ...done, askedAt: now });
  await act(async () => {
    board.answer(task, after);
    bus.emit({ type: 'answered', ref: task, before, after }, 'here');
  });
}

test('a locked page goes on telling, in words without names, and what it told is new once it is unlocked', async () => {
  await setLock(WORDS, '5');
  locked.setState({ isLocked: true });
  render(
    <EngineContext value={{ ...board.engine, on: bus.on }}>
      <App config={PLAIN_CONFIG} />
    </EngineContext>,
  );
  await screen.findByRole('heading', { name: 'This page is locked' });
  await finish();
  await waitFor(() => expect(shown).toHaveLength(1));
  expect(shown[0]).toMatchObject({ title: 'A batch is done', options: { body: '1 of 1 ready' } });
  expect(JSON.stringify(shown)).not.toMatch(/Alpha|launch/);
  expect(document.title).toBe('(1 ✓) Rushes');
  expect(document.body.textContent).not.toMatch(/Alpha|launch/);

  await act(async () => void (await unlock(WORDS)));
  expect(document.title).toBe('Rushes');
});
