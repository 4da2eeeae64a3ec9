// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { cleanup, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, expect, test, vi } from 'vitest';

import { setLocale } from '~/i18n/i18n';
import { aBoard, renderOn, type TestBoard } from '~test/board';
import { anAnswer, aTracked } from '~test/builders';

import { AddForm } from './add-form';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const ID = 'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980';
const STUDIO = { name: 'Studio', base: 'https://studio.test' };
const OTHER = { name: 'Other one', base: 'https://other.test' };
const SEE = 'See this key’s latest tasks';

let board: TestBoard | undefined;
afterEach(async () => {
  vi.useRealTimers();
  cleanup();
  board?.stop();
  await setLocale('en');
});

const video = (id: string, status: string, prompt = `Prompt of ${id}`) => ({ id, status, prompt });
const page = (...data: object[]) => Response.json({ object: 'list', data, has_more: false });

interface Asked {
  url: string;
  key: string | null;
}

function show(
  answer: (url: URL) => Response,
  {
    services = [STUDIO] as { name: string; base: string; teamKey?: boolean }[],
    text = KEY,
    cards = [] as Parameters<typeof aBoard>[0],
  } = {},
) {
  const asked: Asked[] = [];
  board = aBoard(cards, {
    fetch: async (input, init) => {
      const { url, headers } = new Request(input, init);
      asked.push({ url, key: headers.get('authorization') });
      return answer(new URL(url));
    },
  });
  const onAdded = vi.fn<(rest: unknown) => void>();
  renderOn(
    board,
    <AddForm offer={{ otherAddresses: true, services }} initial={text} onAdded={onAdded} />,
  );
  return { asked, onAdded, user: userEvent.setup() };
}

const tracked = (): string[] =>
  [...(board?.engine.tracked.getState().tasks.values() ?? [])].map(({ taskId }) => taskId);
const boxOf = (name: string): HTMLInputElement =>
  screen.getByRole('checkbox', { name: `Select ${name}` });

test('a key alone is enough: its latest tasks are shown first, and added when chosen', async () => {
  const { asked, user, onAdded } = show(() =>
    page(
      video('video_run', 'in_progress'),
      video('video_done', 'completed', 'A fox'),
      video('video_wait', 'queued'),
    ),
  );
  const see = await screen.findByRole('button', { name: SEE });
  expect(asked).toEqual([]);
  await user.click(see);
  const list = await screen.findByRole('region', {
    name: 'Latest tasks of sk-Vb3k…9f2c at Studio',
  });
  await waitFor(() => expect(within(list).getAllByRole('listitem')).toHaveLength(3));
  expect(asked).toEqual([{ url: 'https://studio.test/v1/videos?limit=100', key: `Bearer ${KEY}` }]);
  expect(boxOf('Prompt of video_run').checked).toBe(true);
  expect(boxOf('A fox').checked).toBe(false);
  expect(tracked()).toEqual([]);
  expect(document.documentElement.outerHTML).not.toContain(KEY);

  await user.click(boxOf('A fox'));
  await user.click(boxOf('Prompt of video_wait'));
  await user.click(screen.getByRole('button', { name: 'Add 2 tasks' }));
  await waitFor(() => expect(onAdded).toHaveBeenCalledWith(null));
  expect(tracked().toSorted()).toEqual(['video_done', 'video_run']);
  const [connection] = board?.engine.connections.getState().connections.values() ?? [];
  expect(connection).toMatchObject({ base: STUDIO.base, hint: 'sk-Vb3k…9f2c', keep: 'tab' });
});

test('it is offered only where the key is alone, its own, and its service is certain', async () => {
  for (const [text, services] of [
    [`${KEY} ${ID}`, [STUDIO]],
    [KEY, [STUDIO, OTHER]],
    [KEY, [{ ...STUDIO, teamKey: true }]],
    ['', [STUDIO]],
  ] as const) {
    show(() => page(), { text, services: [...services] });
    await waitFor(() =>
      expect(screen.getByRole('textbox', { name: 'Keys and task ids' })).toBeTruthy(),
    );
    await vi.dynamicImportSettled();
    expect(screen.queryByRole('button', { name: SEE })).toBeNull();
    cleanup();
    board?.stop();
  }
});

test('it goes to the service that the person names', async () => {
  const { asked, user } = show(() => page(), { services: [STUDIO, OTHER] });
  await user.selectOptions(screen.getByRole('combobox', { name: 'Service' }), 'Other one');
  await user.click(await screen.findByRole('button', { name: SEE }));
  expect(await screen.findByText('This key has no tasks there yet.')).toBeTruthy();
  expect(asked.map(({ url }) => new URL(url).origin)).toEqual(['https://other.test']);
});

test('what is on the board is not offered again, and what no id may be not at all', async () => {
  const card = [aTracked({ base: STUDIO.base, taskId: 'video_known' }), anAnswer({})] as const;
  const { user } = show(
    () =>
      page(
        video('video_known', 'completed'),
        video('https://evil.test/v1', 'queued'),
        video('..', 'queued'),
        video(`sk-live-${KEY}`, 'queued'),
        video('video_new', 'queued'),
      ),
    { cards: [card] },
  );
  await user.click(await screen.findByRole('button', { name: SEE }));
  expect(await screen.findByText('on the board')).toBeTruthy();
  expect(screen.getAllByRole('listitem')).toHaveLength(2);
  expect(boxOf('Prompt of video_known').disabled).toBe(true);
});

test('older ones come when asked for', async () => {
  const { asked, user } = show((url) =>
    url.searchParams.has('after')
      ? page(video('video_b', 'completed'))
      : Response.json({ data: [video('video_a', 'completed')], has_more: true }),
  );
  await user.click(await screen.findByRole('button', { name: SEE }));
  await user.click(await screen.findByRole('button', { name: 'Show older ones' }));
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
  expect(asked.map(({ url }) => new URL(url).search)).toEqual([
    '?limit=100',
    '?limit=100&after=video_a',
  ]);
  await user.click(screen.getByRole('checkbox', { name: 'All 2 new ones' }));
  await user.click(screen.getByRole('button', { name: 'Add 2 tasks' }));
  await waitFor(() => expect(tracked()).toEqual(['video_a', 'video_b']));
});

test('it is asked again every 30 seconds if the person wants that, while the page is looked at', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  const said = [video('video_a', 'completed')];
  const { asked, user } = show(() => page(...said));
  await user.click(await screen.findByRole('button', { name: SEE }));
  await user.click(await screen.findByRole('checkbox', { name: 'Check again every 30 seconds' }));
  vi.advanceTimersByTime(29_000);
  expect(asked).toHaveLength(1);
  said.unshift(video('video_b', 'queued'));
  vi.advanceTimersByTime(1_000);
  await waitFor(() => expect(screen.getAllByRole('listitem')).toHaveLength(2));
  expect(boxOf('Prompt of video_b').checked).toBe(true);
  const hidden = vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
  vi.advanceTimersByTime(120_000);
  expect(asked).toHaveLength(2);
  hidden.mockRestore();
  await user.click(screen.getByRole('checkbox', { name: 'Check again every 30 seconds' }));
  vi.advanceTimersByTime(120_000);
  expect(asked).toHaveLength(2);
});

test.each([
  [
    'has no list',
    () => new Response('', { status: 404 }),
    /^Studio has no list of a key’s tasks\. Paste/,
  ],
  ['answers something else', () => Response.json({ models: [] }), /^Studio has no list/],
  ['refuses the key', () => new Response('', { status: 401 }), /^Studio did not accept this key/],
  ['asks for a pause', () => new Response('', { status: 429 }), /^Studio asks for a pause/],
  [
    'cannot be reached',
    () => {
      throw new TypeError('Failed to fetch');
    },
    /^Studio could not be reached/,
  ],
] as const)('a service that %s is said to in plain words', async (_, answer, words) => {
  const { user } = show(answer);
  await user.click(await screen.findByRole('button', { name: SEE }));
  expect(await screen.findByText(words)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
});

test('behind a relay it may be the host that lets no list through', async () => {
  const base = new URL('relay/studio', document.baseURI).href;
  const { user } = show(() => new Response('', { status: 404 }), {
    services: [{ name: 'Studio', base }],
  });
  await user.click(await screen.findByRole('button', { name: SEE }));
  expect(await screen.findByText(/or your admin has not made it available here/)).toBeTruthy();
});
