// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';

import { createTestClock } from '~test/clock';

import { startLeader, type Leader } from './leader';
import { createTestLocks } from './test-locks';
import type { Timers } from '~/platform/timers';

const HAND_OVER_MS = 20_000;

interface Tab {
  leader: Leader;
  leads: boolean;
  beats: number;
  /** Its main thread hangs: timers and messages wait. */
  hang(): void;
  goOn(): void;
}

const running: Tab[] = [];
afterEach(() => {
  for (const tab of running.splice(0)) tab.leader.stop();
});

function browser(locks: ReturnType<typeof createTestLocks> | null = createTestLocks()) {
  const clock = createTestClock();
  const tabs: Tab[] = [];
  const stored = new Map<string, string>();
  const epochs = {
    getItem: (name: string) => stored.get(name) ?? null,
    setItem: (name: string, value: string) => void stored.set(name, value),
  };

  const open = (options: { random?: number; epochs?: typeof epochs } = {}): Tab => {
    let late: (() => void)[] | null = null;
    const timers: Timers = {
      after: (delay, run) => clock.timers.after(delay, () => (late ? late.push(run) : run())),
    };
    const tab: Omit<Tab, 'leader'> = {
      leads: false,
      beats: 0,
      hang() {
        late = [];
      },
      goOn() {
        const waiting = late ?? [];
        late = null;
        for (const run of waiting) run();
      },
    };
    const leader = startLeader({
      timers,
      random: () => options.random ?? 0.5,
      locks,
      epochs: options.epochs ?? epochs,
      beat: () => {
        tab.beats += 1;
        for (const other of tabs) if (other !== tab) other.leader.handleBeat();
      },
      onChange: (leading) => {
        tab.leads = leading;
      },
    });
    const whole: Tab = Object.assign(tab, {
      leader: {
        ...leader,
        handleBeat: () => (late ? void late.push(leader.handleBeat) : leader.handleBeat()),
      },
    });
    tabs.push(whole);
    running.push(whole);
    return whole;
  };
  return { clock, open, stored, epochs, locks };
}

function acting(tabs: readonly Tab[]): number {
  return tabs.filter((tab) => tab.leader.mayAct()).length;
}

describe('leadership', () => {
  it('goes to the first tab, and to the next one as soon as that is closed', async () => {
    const { clock, open } = browser();
    const tabs = [open(), open(), open()] as const;
    await clock.advance(60_000);
    expect(tabs.map((tab) => tab.leads)).toEqual([true, false, false]);
    tabs[0].leader.stop();
    await clock.advance(0);
    expect(tabs.map((tab) => tab.leads)).toEqual([false, true, false]);
    expect(acting(tabs)).toBe(1);
  });

  it('is let go when the page freezes or is left, and asked for again when it wakes', async () => {
    for (const [off, on] of [
      ['freeze', 'resume'],
      ['pagehide', 'pageshow'],
    ] as const) {
      const { clock, open, locks } = browser();
      const tab = open();
      await clock.advance(10_000);
      const target = off === 'freeze' ? document : window;
      target.dispatchEvent(new Event(off));
      expect(tab.leader.mayAct()).toBe(false);
      // Not even a timer that fires late takes it back while the page sleeps.
      await clock.advance(60_000);
      expect(tab.leads).toBe(false);
      expect(locks?.size()).toBe(0);
      target.dispatchEvent(new Event(on));
      await clock.advance(0);
      expect(tab.leader.mayAct()).toBe(true);
      tab.leader.stop();
    }
  });

  it('is taken by force from a tab that hangs, which may not act when it goes on', async () => {
    const { clock, open } = browser();
    const [first, second] = [open(), open()];
    await clock.advance(30_000);
    first.hang();
    await clock.advance(11_000);
    expect(second.leads).toBe(false);
    await clock.advance(HAND_OVER_MS - 11_000);
    expect(second.leader.mayAct()).toBe(true);
    expect(first.leader.mayAct()).toBe(false);
    const { beats } = first;
    first.goOn();
    await clock.advance(60_000);
    expect(first.beats).toBe(beats);
    expect([first.leads, second.leads]).toEqual([false, true]);
  });

  it('comes back in turn to a tab from which it was taken', async () => {
    const { clock, open } = browser();
    const [first, second] = [open(), open()];
    await clock.advance(1000);
    first.hang();
    await clock.advance(HAND_OVER_MS);
    first.goOn();
    await clock.advance(10_000);
    second.leader.stop();
    await clock.advance(0);
    expect(first.leader.mayAct()).toBe(true);
  });

  it('belongs to one tab also when two take it by force at the same moment', async () => {
    const { clock, open } = browser();
    const tabs = [open(), open(), open()] as const;
    await clock.advance(1000);
    tabs[0].hang();
    await clock.advance(HAND_OVER_MS);
    expect(acting(tabs)).toBe(1);
    tabs[0].goOn();
    await clock.advance(60_000);
    expect(acting(tabs)).toBe(1);
    expect(tabs.filter((tab) => tab.leads)).toHaveLength(1);
  });

  it('is taken again from a thief that hangs too', async () => {
    const { clock, open } = browser();
    const tabs = [open(), open(), open({ random: 0.9 })] as const;
    await clock.advance(1000);
    tabs[0].hang();
    await clock.advance(HAND_OVER_MS);
    expect(tabs[1].leader.mayAct()).toBe(true);
    tabs[1].hang();
    await clock.advance(HAND_OVER_MS);
    expect(tabs[2].leader.mayAct()).toBe(true);
    expect(acting(tabs)).toBe(1);
  });

  it('stays where it is when the whole computer sleeps, whoever wakes first', async () => {
    const { clock, open } = browser();
    const tabs = [open(), open(), open()] as const;
    await clock.advance(10_000);
    for (const tab of tabs) tab.hang();
    await clock.advance(8 * 3_600_000);
    for (const tab of tabs.toReversed()) tab.goOn();
    await clock.advance(60_000);
    expect(tabs.map((tab) => tab.leader.mayAct())).toEqual([true, false, false]);
  });

  it('gives a sign of life every few seconds, and only the leader does', async () => {
    const { clock, open } = browser();
    const [first, second] = [open(), open()];
    await clock.advance(60_000);
    expect(first.beats).toBeGreaterThanOrEqual(19);
    expect(second.beats).toBe(0);
  });

  it('outlives a cleared storage', async () => {
    const { clock, open, stored } = browser();
    const [first, second] = [open(), open()];
    await clock.advance(10_000);
    stored.clear();
    expect(first.leader.mayAct()).toBe(true);
    await clock.advance(60_000);
    expect([first.leads, second.leads]).toEqual([true, false]);
    expect(stored.size).toBe(1);
  });

  it('needs no storage: a full one changes nothing', async () => {
    const { clock, open } = browser();
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new DOMException('full', 'QuotaExceededError');
      },
    };
    const [first, second] = [open({ epochs: full }), open({ epochs: full })];
    await clock.advance(60_000);
    expect([first.leads, second.leads]).toEqual([true, false]);
  });

  it('is everybody’s where there are no locks', async () => {
    const { clock, open } = browser(null);
    const tabs = [open(), open()];
    await clock.advance(60_000);
    expect(acting(tabs)).toBe(2);
  });

  it('is everybody’s where the browser refuses its locks to this page', async () => {
    const { clock, open } = browser({
      request: () => Promise.reject(new DOMException('opaque origin', 'SecurityError')),
      size: () => 0,
    });
    const tabs = [open(), open()];
    await clock.advance(60_000);
    expect(acting(tabs)).toBe(2);
  });
});
