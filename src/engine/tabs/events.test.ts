// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { refKey } from '~/core/answer';
import type { EngineEvent } from '~/engine/bus';
import type { Engine } from '~/engine/engine';
import { createTestBrowser, knownTo, TestChannel, type TestBrowser } from '~/engine/test-browser';
import { olderMessages, olderSchema } from '~/engine/test-older-build';

import { messageSchema, type Message } from './messages';

const BASE = 'https://a.test';
const KEY = 'sk-one-1234567890abcd';
const OTHER = 'sk-two-1234567890abcd';
const ref = { base: BASE, taskId: 'video_1' };
const key = refKey(ref);

const RUNNING = { status: 'in_progress', progress: 40 };
const HALF = { name: 'Friday set', problem: 'half' } as const;
const REFUSED = { error: { message: 'Incorrect API key provided', code: 'invalid_api_key' } };

let opened: TestBrowser | null = null;
beforeEach(() => void vi.stubGlobal('BroadcastChannel', TestChannel));
afterEach(() => {
  opened?.close();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Two tabs with one running task, the first of which asks, and what they say to each other. */
async function twoTabs() {
  const service = {
    answer: (url: URL): Response =>
      Response.json({ ...RUNNING, id: url.pathname.split('/').at(-1) }),
  };
  const asked: number[] = [];
  const browser = (opened = createTestBrowser((url, tab) => {
    asked.push(tab);
    return service.answer(url);
  }));
  const { clock, open } = browser;
  const first = await open();
  const second = await open();
  const heard: Message[] = [];
  const channel = new TestChannel();
  channel.addEventListener('message', (event) => heard.push((event as MessageEvent).data));
  await add(first, ref.taskId, KEY);
  await clock.advance(3000);
  await vi.waitFor(() => expect(second.videos.hasKey(ref)).toBe(true));
  return { ...browser, first, second, service, asked, heard };
}

type Tabs = Awaited<ReturnType<typeof twoTabs>>;

const add = (engine: Engine, taskId: string, apiKey: string) =>
  engine.add({
    base: BASE,
    keys: [apiKey],
    keep: 'device',
    tasks: [{ taskId, label: null }],
    batch: null,
  });
const connectionOf = (engine: Engine): string =>
  [...engine.connections.getState().connections.keys()][0] ?? '';

/** Everything that all tabs know alike. */
const known = (tab: Engine) => knownTo(tab, [KEY, OTHER]);

interface Case {
  /** What one tab does. */
  does(tab: Engine, tabs: Tabs): unknown;
  /** What is then true in each of them. */
  shows(tab: Engine, tabs: Tabs): unknown;
  /** What is said; null if that type is not: it concerns this tab alone, or the one that asks does it itself. */
  says: Said | Record<Where, Said>;
}

type Where = 'first' | 'second';
type Said = Message['type'] | null;

const refusal = async (tab: Engine, { service, clock }: Tabs): Promise<void> => {
  service.answer = () => Response.json(REFUSED, { status: 401 });
  tab.checkNow([key]);
  await clock.advance(3000);
};
const isRefused = (tab: Engine): void =>
  expect(tab.connections.getState().needKey.get(connectionOf(tab))).toBe('refused');
const isShown = (tab: Engine): void => expect(tab.tracked.getState().tasks.has(key)).toBe(true);

const CASES: Record<EngineEvent['type'], Case> = {
  hello: {
    says: 'hello',
    does: async (_, { open }) => void (await open()),
    shows: (_, { tabs }) => expect(known(tabs[2]!)).toEqual(known(tabs[0]!)),
  },
  stored: {
    says: 'hello',
    does: async (_, { open }) => {
      const tab = await open([]);
      await vi.waitFor(() => expect(tab.tracked.getState().isWhole).toBe(true));
    },
    shows: (_, { tabs }) => expect(known(tabs[2]!)).toEqual(known(tabs[0]!)),
  },
  beat: { says: 'beat', does: (_, { clock }) => clock.advance(4000), shows: isShown },
  added: {
    says: 'tracked',
    does: (tab) => add(tab, 'video_2', KEY),
    shows: (tab) => expect(tab.answers.get({ ...ref, taskId: 'video_2' }).task).not.toBeNull(),
  },
  changed: {
    says: 'tracked',
    does: (tab) => void tab.edit([key], { label: 'Harbour', note: 'hero', tags: ['social'] }),
    shows: (tab) =>
      expect(tab.tracked.getState().tasks.get(key)).toMatchObject({
        label: 'Harbour',
        note: 'hero',
        tags: ['social'],
      }),
  },
  removed: {
    says: 'removed',
    does: (tab) => void tab.remove([key]),
    shows: (tab) => expect(tab.answers.get(ref).task).toBeNull(),
  },
  answered: {
    says: 'answers',
    does(tab, { service }) {
      service.answer = () => Response.json({ ...RUNNING, progress: 70 });
      tab.checkNow([key]);
    },
    shows: (tab) => expect(tab.answers.get(ref).task?.progress).toBe(70),
  },
  key: {
    says: 'key',
    does: (tab) => tab.replaceKey(connectionOf(tab), OTHER, 'device'),
    shows: (tab) => expect([KEY, OTHER].map(tab.serviceOfKey)).toEqual([null, BASE]),
  },
  forgot: {
    says: 'forgot',
    does: (tab) => tab.forgetKey(connectionOf(tab)),
    shows: (tab) => expect([connectionOf(tab), tab.videos.hasKey(ref)]).toEqual(['', false]),
  },
  'need-key': { says: 'need-key', does: refusal, shows: isRefused },
  check: {
    says: { first: null, second: 'check' },
    does(tab, { asked }) {
      asked.length = 0;
      tab.checkNow([key]);
    },
    shows: (_, { asked }) => expect(asked).toEqual([1]),
  },
  'on-screen': {
    says: { first: null, second: 'on-screen' },
    async does(tab, { service, clock }) {
      service.answer = ({ pathname }) =>
        pathname.endsWith('/content')
          ? Response.json({ error: { message: 'Video not found' } }, { status: 404 })
          : Response.json({ status: 'completed' });
      tab.checkNow([key]);
      await clock.advance(3000);
      tab.watch([key]);
    },
    shows: (tab) => expect(tab.answers.get(ref).content).toBe('refused'),
  },
  path: {
    says: 'path',
    does: (tab) => tab.setLookUpPath(BASE, '/x/{id}'),
    shows: (tab) => expect(tab.lookUpPaths.getState().paths.get(BASE)).toBe('/x/{id}'),
  },
  scheme: {
    says: 'scheme',
    does: (tab) => tab.setScheme(BASE, 'x-api-key'),
    shows: (tab) => expect(tab.schemeOf(BASE)).toBe('x-api-key'),
  },
  paused: {
    says: 'paused',
    does: (tab) => tab.setPaused(true),
    shows: (tab) => expect(tab.status.getState().paused).toBe(true),
  },
  visible: {
    says: 'visible',
    does: () => document.dispatchEvent(new Event('visibilitychange')),
    shows: isShown,
  },
  feeds: {
    says: 'feeds',
    does: (tab, { emit }) => emit(tab, { type: 'feeds', troubles: [HALF] }),
    shows: (tab) => expect(tab.status.getState().feeds).toEqual([HALF]),
  },
  'new-scheme': {
    says: null,
    async does(tab, tabs) {
      await refusal(tab, tabs);
      isRefused(tabs.second);
      tabs.service.answer = () => Response.json(RUNNING);
      tab.setScheme(BASE, 'x-api-key');
    },
    shows: (tab) => expect(tab.answers.get(ref).problem).toBeNull(),
  },
  limited: {
    says: null,
    async does(tab, { service, clock }) {
      service.answer = () => Response.json({}, { status: 429, headers: { 'retry-after': '9' } });
      tab.checkNow([key]);
      await clock.advance(500);
    },
    shows: (tab) => expect(tab.answers.get(ref).problem?.kind).toBe('rate_limited'),
  },
  unlimited: { says: null, does: (tab) => tab.checkNow([key]), shows: isShown },
  'service-back': { says: null, does: (tab) => tab.checkNow([key]), shows: isShown },
  doubted: { says: null, does: (tab) => tab.checkNow([key]), shows: isShown },
  watched: { says: null, does: (tab) => tab.watch([key]), shows: isShown },
};

const TYPES = Object.keys(CASES) as EngineEvent['type'][];

describe.each(['first', 'second'] as const)('what happens in the %s tab', (where) => {
  it.each(TYPES)('is the same in the other: %s', async (type) => {
    const tabs = await twoTabs();
    const { first, second, heard, clock } = tabs;
    const { does, shows, says } = CASES[type];
    heard.length = 0;
    await does(tabs[where], tabs);
    await clock.advance(2000);
    // Keys are sealed and opened in real time.
    await vi.waitFor(() => {
      for (const tab of [first, second]) shows(tab, tabs);
      expect(known(second)).toEqual(known(first));
    });
    const types = heard.map((one): string => one.type);
    const said = saidBy(says, where);
    expect(types.includes(said ?? type)).toBe(said !== null);
    const older = heard.filter((one) => one.type !== 'feeds');
    for (const message of older) expect(v.parse(olderSchema, message)).toEqual(message);
  });
});

it('says and hears every message that there is', () => {
  const types = new Set([...olderMessages.map(({ type }) => type), 'feeds'] as const);
  const said = Object.values(CASES).flatMap(({ says }) => saidBy(says, 'second') ?? []);
  expect(new Set(said)).toEqual(types);
  const { options } = messageSchema as unknown as typeof olderSchema;
  expect(new Set(options.map(({ entries }) => entries.type.literal))).toEqual(types);
});

function saidBy(says: Case['says'], where: Where): Said {
  return says !== null && typeof says === 'object' ? says[where] : says;
}
