// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { messageSchema } from '~/engine/tabs/messages';
import { TestChannel } from './test-browser';
import {
  BASE,
  connection,
  filled,
  key,
  link,
  newer,
  newerAnswer,
  problem,
  ref,
  row,
  tracked,
} from './test-newer-build';

let close = (): void => {};
beforeEach(() => void vi.stubGlobal('BroadcastChannel', TestChannel));
afterEach(() => {
  close();
  vi.unstubAllGlobals();
});

async function browserWith(rows: [string, unknown][]) {
  const browser = await filled(rows, () => Response.json({ status: 'in_progress' }));
  close = browser.close;
  return browser;
}

describe('what a newer build says between tabs', () => {
  it('is carried along, changed and stored whole', async () => {
    const { open, clock, stored } = await browserWith([]);
    const engine = await open();
    const channel = new TestChannel();
    const known = newerAnswer({ state: 'completed', video: link });
    channel.postMessage(newer({ type: 'tracked', tasks: [tracked], answers: [[key, known]] }));
    await clock.advance(0);
    expect(engine.answers.get(ref)).toEqual(known);
    engine.rename(key, 'Harbour');
    const later = newerAnswer(
      { state: 'completed', video: link, model: 'm' },
      { askedAt: clock.now() },
    );
    channel.postMessage(newer({ type: 'answers', answers: [[key, later]] }));
    await clock.advance(0);
    expect(engine.answers.get(ref)).toEqual(later);
    await vi.waitFor(async () =>
      expect(await stored(`task ${key}`)).toMatchObject({
        value: { ...tracked, label: 'Harbour', changedAt: clock.now() },
      }),
    );
    channel.close();
  });

  it('is left out where it cannot be read, without what stands beside it', async () => {
    const { open, clock } = await browserWith([[`task ${key}`, row(tracked)]]);
    const engine = await open();
    const channel = new TestChannel();
    const odd = { ...newerAnswer({}), problem: { ...problem, kind: 'of tomorrow' } };
    const good = newerAnswer({ state: 'running', progress: 40 }, { askedAt: clock.now() + 1 });
    channel.postMessage({
      type: 'answers',
      answers: [
        ['other', odd],
        [key, good],
      ],
    });
    channel.postMessage({ type: 'of tomorrow', keys: [key] });
    await clock.advance(0);
    expect(engine.answers.get(ref)).toEqual(good);
    expect(engine.tracked.getState().tasks.size).toBe(1);
    channel.close();
  });

  it('is known by its type alone', () => {
    const types = [
      { type: 'hello', since: 1 },
      { type: 'beat' },
      { type: 'removed', keys: [key] },
      { type: 'key', connection, sealed: newer({ iv: 'a', data: 'b' }), keep: 'tab' },
      { type: 'forgot', connectionId: 'c1' },
      { type: 'need-key', connectionIds: ['c1'] },
      { type: 'check', keys: [key] },
      { type: 'path', base: BASE, path: '/v1/{id}' },
      { type: 'paused', paused: true },
      { type: 'visible', tab: 'a', visible: true },
    ];
    for (const message of types) {
      expect(v.parse(messageSchema, newer(message))).toEqual(newer(message));
    }
    expect(v.is(messageSchema, { type: 'of tomorrow' })).toBe(false);
  });
});
