import { expect, it } from 'vitest';

import { refKey, type Answer } from '~/core/answer';
import type { TaskState } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { createBus } from '~/engine/bus';
import { applyEvents, createState } from '~/engine/state';
import { anAnswer, aSighting, aTracked, NOW } from '~test/builders';
import * as fc from '~test/properties';

import type { BatchEnd } from '~/engine/answers/batch-end';
import type { Looks } from './looks';
import { startTeller } from './teller';

const NEVER: Looks = { seenAt: 0, usedAt: 0, tab: null };
const friday = { id: 'b1', name: 'Friday set' };

/** A browser with tabs: what one finds out, all hear. */
function aBrowser(tasks: readonly TrackedTask[], byShot = false) {
  let time = NOW;
  let looks = NEVER;
  const stored = new Map<string, string>();
  const store = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, text: string) => void stored.set(name, text),
  };
  const said: BatchEnd[] = [];
  const tabs = new Set<ReturnType<typeof open>>();
  const rows = new Map<string, Answer>();

  function open(openedAt = time) {
    const state = createState();
    const bus = createBus();
    applyEvents(state, bus);
    bus.emit({ type: 'added', tasks, answers: [...rows] });
    const stop = startTeller({
      engine: { ...state, on: bus.on },
      now: () => time,
      openedAt,
      store,
      looks: () => looks,
      byShot: () => byShot,
      tell: (end) => said.push(end),
    });
    const tab = {
      bus,
      state,
      lead: (leading: boolean) => state.status.setState({ leading }),
      close() {
        stop();
        tabs.delete(tab);
      },
    };
    tabs.add(tab);
    return tab;
  }

  return {
    said,
    open,
    tabs,
    pass: (ms: number) => (time += ms),
    /** The person works in one of the tabs, or leaves it. */
    use: (is: boolean) => (looks = { seenAt: time, usedAt: time, tab: is ? 'a' : null }),
    /** A look-up in one tab finds this state; of the others, those that it can still tell hear of it. */
    find(task: TrackedTask, found: TaskState, by: ReturnType<typeof open>, tellsOthers = true) {
      const before = by.state.answers.get(task);
      const sightings = [...before.sightings, aSighting({ at: time, state: found })];
      const after = anAnswer({ state: found }, { sightings, askedAt: time, answeredAt: time });
      if (tellsOthers) rows.set(refKey(task), after);
      for (const tab of tabs) {
        if (tab !== by && !tellsOthers) continue;
        const known = tab.state.answers.get(task);
        const event = { type: 'answered', ref: task, before: known, after } as const;
        tab.bus.emit(event, tab === by ? 'here' : 'elsewhere');
      }
    },
  };
}

const many = (count: number, change: Partial<TrackedTask> = { batch: friday }): TrackedTask[] =>
  Array.from({ length: count }, (_, at) => aTracked({ taskId: `task_${at}`, ...change }));

it('tells of a batch once its last task has ended, and by how they ended', () => {
  const tasks = many(3);
  const browser = aBrowser(tasks);
  const tab = browser.open();
  tab.lead(true);
  for (const task of tasks) browser.find(task, 'running', tab);
  browser.pass(60_000);
  for (const [at, state] of (['completed', 'failed', 'cancelled'] as const).entries()) {
    expect(browser.said).toEqual([]);
    browser.find(tasks[at] ?? aTracked(), state, tab);
  }
  expect(browser.said).toMatchObject([
    { group: { by: 'batch', name: 'Friday set' }, total: 3, ready: 1, failed: [tasks[1]] },
  ]);
});

it('tells of shots where the board is grouped so, but never of a single take', () => {
  const takes = many(2, { batch: friday, shot: 'SH010 Lighthouse' });
  const alone = ['a', 'b'].map((id) => aTracked({ taskId: id, batch: friday, shot: `SH ${id}` }));
  const browser = aBrowser([...takes, ...alone], true);
  const tab = browser.open();
  tab.lead(true);
  for (const task of [...takes, ...alone]) browser.find(task, 'completed', tab);
  expect(browser.said.map(({ group: { by, name }, total }) => [by, name, total])).toEqual([
    ['shot', 'SH010 Lighthouse', 2],
    ['batch', 'Friday set', 2],
  ]);
});

it('tells of tasks without a batch together', () => {
  const tasks = many(2, {});
  const browser = aBrowser(tasks);
  const tab = browser.open();
  tab.lead(true);
  for (const task of tasks) browser.find(task, 'completed', tab);
  expect(browser.said).toMatchObject([{ group: { by: 'none' }, total: 2 }]);
});

it('does not tell whom it finds at work in the page, and not later either', () => {
  const [task = aTracked()] = many(1);
  const browser = aBrowser([task]);
  const tab = browser.open();
  tab.lead(true);
  browser.use(true);
  browser.find(task, 'completed', tab);
  browser.use(false);
  browser.pass(60_000);
  browser.open().lead(true);
  expect(browser.said).toEqual([]);
});

it('leaves what ended before the page was opened to the line about it', () => {
  const [task = aTracked()] = many(1);
  const browser = aBrowser([task]);
  const first = browser.open();
  browser.find(task, 'running', first);
  first.close();
  browser.pass(3_600_000);
  const tab = browser.open();
  tab.lead(true);
  browser.find(task, 'completed', tab);
  expect(browser.said).toEqual([]);
});

it('tells of tasks that were looked up before this code came', () => {
  const [task = aTracked()] = many(1);
  const browser = aBrowser([task]);
  const first = browser.open();
  browser.find(task, 'running', first);
  first.close();
  browser.pass(1000);
  const tab = browser.open(NOW - 1);
  tab.lead(true);
  browser.find(task, 'completed', tab);
  expect(browser.said).toHaveLength(1);
});

it('tells what a tab that led did not come to tell', () => {
  const [task = aTracked()] = many(1);
  const browser = aBrowser([task]);
  const [leader, other] = [browser.open(), browser.open()];
  browser.find(task, 'running', leader);
  browser.pass(1000);
  browser.find(task, 'completed', leader);
  leader.close();
  expect(browser.said).toEqual([]);
  other.lead(true);
  expect(browser.said).toHaveLength(1);
});

/** What can happen to a browser; the numbers choose a tab or a task. */
const happening = fc.oneof(
  fc.record({ what: fc.constant('end' as const), task: fc.nat(5), fails: fc.boolean() }),
  fc.record({ what: fc.constant('lead' as const), tab: fc.nat(3) }),
  fc.record({ what: fc.constant('open' as const) }),
  fc.record({ what: fc.constant('close' as const), tab: fc.nat(3) }),
  fc.record({ what: fc.constant('two lead' as const), tab: fc.nat(3) }),
);

it('whatever tabs come, go and lead: nothing is told twice, and nothing is lost', () => {
  fc.assert(
    fc.property(fc.array(happening, { maxLength: 30 }), (happenings) => {
      const tasks = [...many(3), ...many(3, { batch: { id: 'b2', name: null } })].map(
        (task, at) => ({ ...task, taskId: `task_${at}` }),
      );
      const browser = aBrowser(tasks);
      browser.open().lead(true);
      // One that stays, as it is.
      const witness = browser.open();
      for (const task of tasks) browser.find(task, 'running', witness);
      browser.pass(1000);
      const ended = new Set<TrackedTask>();
      const nth = (at: number) => [...browser.tabs][at % browser.tabs.size] ?? witness;
      for (const happens of happenings) {
        browser.pass(1000);
        if (happens.what === 'open') browser.open();
        if (happens.what === 'lead') for (const tab of browser.tabs) tab.lead(false);
        if (happens.what === 'lead' || happens.what === 'two lead') nth(happens.tab).lead(true);
        if (happens.what === 'close' && nth(happens.tab) !== witness) nth(happens.tab).close();
        const task = happens.what === 'end' ? tasks[happens.task] : undefined;
        if (happens.what !== 'end' || !task || ended.has(task)) continue;
        ended.add(task);
        const by = [...browser.tabs].find(({ state }) => state.status.getState().leading);
        browser.find(task, happens.fails ? 'failed' : 'completed', by ?? witness);
      }
      witness.lead(true);
      const told = browser.said.map(({ group }) => group.id).toSorted();
      const whole = ['b1', 'b2'].filter((id) =>
        tasks.every((task) => task.batch?.id !== id || ended.has(task)),
      );
      expect(told).toEqual(whole);
    }),
  );
});
