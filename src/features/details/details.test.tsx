// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import { refKey, type Answer } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { changeView, useView } from '~/address/use-view';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked, NOW } from '~test/builders';

import { Details } from './details';

let board: TestBoard | undefined;

beforeEach(() => {
  history.replaceState(null, '', '#/');
});

afterEach(() => {
  cleanup();
  board?.stop();
});

const video = {
  state: 'completed',
  video: { kind: 'link', url: 'https://cdn.example.com/a.mp4' },
} as const;
const dawn = aTracked({ taskId: 'task_a', label: 'Dawn', addedAt: NOW + 2 });
const noon = aTracked({ taskId: 'task_b', label: 'Noon', addedAt: NOW + 1 });
const dusk = aTracked({ taskId: 'task_c', label: 'Dusk', addedAt: NOW });

function OpenTask() {
  const opened = useView().screen;
  return opened.kind === 'task' ? <Details task={opened.task} /> : null;
}

function open(tracked: TrackedTask, answer: Answer): HTMLElement {
  board = aBoard([
    [dawn, anAnswer(video)],
    [noon, anAnswer(video)],
    [dusk, anAnswer({ state: 'running' })],
  ]);
  board.answer(tracked, answer);
  changeView({ screen: { kind: 'task', task: tracked } });
  renderOn(board, <OpenTask />);
  return screen.getByRole('article', { name: tracked.label ?? '' });
}

const isOff = (name: string) => screen.getByRole('button', { name }).getAttribute('aria-disabled');

describe('the large view', () => {
  test('picks the video with a key, and takes that back', async () => {
    open(dawn, anAnswer(video));
    const picked = () => board?.engine.tracked.getState().tasks.get(refKey(dawn))?.pickedAt;
    await userEvent.keyboard('p');
    expect(picked()).not.toBeNull();
    await userEvent.keyboard('p');
    expect(picked()).toBeNull();
  });

  test('shows the video and what is known of the task', () => {
    const view = open(
      dawn,
      anAnswer({ ...video, model: 'sora-2', width: 1280, height: 720, prompt: 'A quiet lake' }),
    );
    expect(within(view).getByRole('button', { name: /^Play ./ })).toBeTruthy();
    expect(within(view).getByRole('button', { name: /^Download ./ })).toBeTruthy();
    for (const fact of ['sora-2', '1280 × 720', 'A quiet lake', 'api.example.com', 'sk-…1234']) {
      expect(within(view).getByText(fact)).toBeTruthy();
    }
  });

  test('shows what the paste said, under its own headings and as text', () => {
    const pasted = aTracked({
      ...dawn,
      shot: 'SH010 Lighthouse',
      batch: { id: 'b1', name: 'Friday' },
      columns: { 客户: 'Söhne', Model: '<img src=x>' },
    });
    board = aBoard([[pasted, anAnswer({ ...video, model: 'sora-2' })]]);
    changeView({ screen: { kind: 'task', task: pasted } });
    renderOn(board, <OpenTask />);
    const facts = screen.getAllByRole('term').map((term) => {
      const value = term.nextElementSibling?.textContent;
      return `${term.textContent}: ${value}`;
    });
    expect(facts).toEqual(
      expect.arrayContaining(['Model: sora-2', 'Shot: SH010 Lighthouse', 'Batch: Friday']),
    );
    const cell = (name: string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });
    expect(cell('客户').value).toBe('Söhne');
    expect(cell('Model').value).toBe('<img src=x>');
  });

  test('makes a ready task an old acquaintance', () => {
    open(dawn, anAnswer(video));
    const seen = board?.engine.tracked.getState().tasks.get(refKey(dawn))?.seenAt;
    expect(seen).not.toBeNull();
  });

  test('goes through the ready tasks in the order of the board', async () => {
    open(dawn, anAnswer(video));
    expect(screen.getByText('Video 1 of 2')).toBeTruthy();
    const next = screen.getByRole('button', { name: 'Next' });
    expect(isOff('Previous')).toBe('true');
    await userEvent.click(next);
    expect(screen.getByRole('article', { name: 'Noon' })).toBeTruthy();
    expect(screen.getByText('Video 2 of 2')).toBeTruthy();
    expect(isOff('Next')).toBe('true');
    // There is nothing more to go to; the focus is where it was all the same.
    await userEvent.keyboard('{Enter}');
    expect(document.activeElement).toBe(next);
    expect(screen.getByText('Video 2 of 2')).toBeTruthy();
  });

  test('leads back to the board as it was', async () => {
    changeView({ show: 'ready', query: 'da' });
    open(dawn, anAnswer(video));
    await userEvent.click(screen.getByRole('button', { name: 'Board' }));
    expect(location.hash).toBe('#/?show=ready&q=da');
  });

  test('keeps what the service said as text', () => {
    const raw = '{"status":"failed","error":"<img src=x>"}';
    const failure = { message: '<img src=x> blocked', code: 'E42' };
    const view = open(dusk, anAnswer({ state: 'failed', failure }, { raw }));
    expect(within(view).getByText('<img src=x> blocked')).toBeTruthy();
    expect(within(view).getByText('Code E42')).toBeTruthy();
    expect(within(view).getByText(/"error": "<img src=x>"/)).toBeTruthy();
    expect(view.querySelector('img')).toBeNull();
  });

  test('says so when its task is taken off the board', () => {
    open(dawn, anAnswer(video));
    act(() => void board?.engine.remove([refKey(dawn)]));
    expect(screen.getByText('This task is not on your board')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Board' })).toBeTruthy();
  });
});
