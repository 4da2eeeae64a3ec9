import { afterEach, expect, it, vi } from 'vitest';

import { answerNotices } from './notice-click';

const HOME = 'https://team.test/rushes/';
const data = { address: '#/?batch=b1', key: 'batch b1', name: 'Friday set' };

afterEach(() => vi.unstubAllGlobals());

/** A worker with these tabs; what is done is noted. */
function aWorker(tabs: readonly { url: string; visible?: boolean }[]) {
  const done: unknown[] = [];
  const kept = new Map<string, Response>();
  vi.stubGlobal('caches', {
    open: async () => ({ put: async (url: string, reply: Response) => void kept.set(url, reply) }),
  });
  let press: (action: string) => Promise<void> = () => Promise.resolve();
  answerNotices({
    addEventListener: (_, listen) => {
      press = async (action) => {
        let work: Promise<unknown> = Promise.resolve();
        listen({
          action,
          notification: { data, close: () => done.push('closed') },
          waitUntil: (all) => void (work = all),
        });
        await work;
      };
    },
    registration: { scope: HOME },
    clients: {
      openWindow: async (url) => void done.push(['opened', url]),
      matchAll: async () =>
        tabs.map(({ url, visible = false }) => ({
          url,
          visibilityState: visible ? 'visible' : 'hidden',
          focus: async () => void done.push(['focused', url]),
          postMessage: ({ action }) => void done.push([action, url]),
        })),
    },
  });
  return { press: (action: string) => press(action), done, kept };
}

it('shows the group in a tab of this page, best one on the screen', async () => {
  const other = { url: 'https://team.test/another/', visible: true };
  const hidden = { url: `${HOME}#/` };
  const seen = { url: `${HOME}#/?show=ready`, visible: true };
  const worker = aWorker([other, hidden, seen]);
  await worker.press('');
  expect(worker.done).toEqual(['closed', ['watch', seen.url], ['focused', seen.url]]);
});

it('opens the page at the group where none is open, though another file of it is', async () => {
  const worker = aWorker([
    { url: 'https://team.test/another/' },
    { url: `${HOME}third-party-notices.txt`, visible: true },
  ]);
  await worker.press('watch');
  expect(worker.done).toEqual(['closed', ['opened', `${HOME}#/?batch=b1`]]);
});

it('mutes the batch without showing anything, also for the next page', async () => {
  const open = aWorker([{ url: HOME }]);
  await open.press('mute');
  expect(open.done).toEqual(['closed', ['mute', HOME]]);
  // Until that page has taken it.
  expect(await open.kept.get('./muted/batch%20b1')?.json()).toEqual(data);
  const closed = aWorker([]);
  await closed.press('mute');
  expect(closed.done).toEqual(['closed']);
  expect(await closed.kept.get('./muted/batch%20b1')?.json()).toEqual(data);
});
