// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';

import { refKey } from '~/core/answer';
import { createTestBrowser, TestChannel, type TestBrowser } from '~/engine/test-browser';
import { olderMessages } from '~/engine/test-older-build';

import { messageSchema } from './messages';

const BASE = 'https://a.test';

let opened: TestBrowser | null = null;
beforeEach(() => void vi.stubGlobal('BroadcastChannel', TestChannel));
afterEach(() => {
  opened?.close();
  vi.unstubAllGlobals();
});

it('hears a tab of the build before', async () => {
  const { clock, open } = (opened = createTestBrowser(() =>
    Response.json({ status: 'in_progress' }),
  ));
  const engine = await open();
  const channel = new TestChannel();
  const say = async (...messages: typeof olderMessages): Promise<void> => {
    for (const message of messages) {
      const { connection } = message as { connection?: object };
      // It does not know that there are kinds of connections.
      const own = connection && { connection: { ...connection, kind: 'own' } };
      expect(v.parse(messageSchema, message)).toEqual({ ...message, ...own });
      channel.postMessage(message);
    }
    await clock.advance(0);
  };
  await say(...olderMessages.slice(0, -2));
  const theirs = { base: BASE, taskId: 'video_9' };
  expect(engine.tracked.getState().tasks.has(refKey(theirs))).toBe(true);
  expect(engine.answers.get(theirs).task?.progress).toBe(9);
  expect(engine.connections.getState().needKey.get('c9')).toBeDefined();
  expect(engine.lookUpPaths.getState().paths.get(BASE)).toBe('/v9/{id}');
  expect(engine.schemeOf(BASE)).toBe('x-api-key');
  expect(engine.status.getState().paused).toBe(true);
  await say(...olderMessages.slice(-2));
  expect(engine.tracked.getState().tasks.size).toBe(0);
  expect(engine.connections.getState().connections.size).toBe(0);
  channel.close();
});
