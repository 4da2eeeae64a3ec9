import { describe, expect, it } from 'vitest';

import { createTestClock } from '~test/clock';

import { createDriver, type Next } from './driver';
import { IN_FLIGHT } from './schedule';

const MINUTE = 60_000;

/** Says what follows a look-up; `null` leaves it hanging until it is aborted. */
type Service = (key: string) => Next | null;

function start(service: Service, connectionOf: (key: string) => string | null = () => 'c1') {
  const clock = createTestClock();
  let offset = 0;
  const now = (): number => clock.now() + offset;
  const asked: { key: string; at: number }[] = [];
  let running = 0;
  let most = 0;
  const driver = createDriver({
    now,
    timers: clock.timers,
    connectionOf,
    ask: (key, _connectionId, signal) => {
      asked.push({ key, at: clock.now() });
      most = Math.max(most, ++running);
      return new Promise<Next>((resolve, reject) => {
        signal.addEventListener('abort', () => reject(new DOMException('', 'AbortError')));
        const next = service(key);
        if (next) resolve(next);
      }).finally(() => {
        running -= 1;
      });
    },
  });
  driver.setActive(true);
  const times = (key: string): number[] =>
    asked.filter((one) => one.key === key).map(({ at }) => at - 1_000_000);
  return {
    clock,
    driver,
    asked,
    now,
    times,
    mostAtOnce: () => most,
    /** The clock on the wall is set; timers do not notice. */
    setClock: (by: number) => {
      offset += by;
    },
  };
}

const due = (dueAt: number | null, priority: Next['priority'] = 'due'): Next => ({
  dueAt,
  priority,
  expectedDoneAt: null,
});
const never = due(null);

describe('the driver', () => {
  it('asks when a task is due, and again when the asker says', async () => {
    const { clock, driver, times, now } = start(() => due(now() + 10_000));
    driver.set('a', due(now() + 1000, 'new'));
    await clock.advance(25_000);
    expect(times('a')).toEqual([1000, 11_000, 21_000]);
  });

  it('asks nothing while it is not active, and breaks off what is on its way', async () => {
    const { clock, driver, asked, now } = start(() => null);
    driver.set('a', due(now(), 'new'));
    await clock.advance(0);
    driver.setActive(false);
    await clock.advance(MINUTE);
    expect(asked).toHaveLength(1);
    driver.set('a', due(now()));
    driver.setActive(true);
    await clock.advance(0);
    expect(asked).toHaveLength(2);
  });

  it('never has more look-ups of a key on their way than a browser has lines', async () => {
    const { clock, driver, asked, mostAtOnce, now } = start(() => null);
    for (let index = 0; index < 20; index += 1) driver.set(`t${index}`, due(now(), 'new'));
    await clock.advance(MINUTE);
    expect(mostAtOnce()).toBe(IN_FLIGHT);
    driver.drop(asked[0]!.key);
    await clock.advance(1000);
    expect(asked).toHaveLength(IN_FLIGHT + 1);
  });

  it('knows what is being asked, and no longer when it was broken off', async () => {
    const { clock, driver } = start(() => null);
    driver.set('a', due(clock.now()));
    await clock.advance(0);
    expect(driver.isAsking('a')).toBe(true);
    driver.setActive(false);
    expect(driver.isAsking('a')).toBe(false);
    expect(driver.isAsking('b')).toBe(false);
  });

  it('does not plan away what the person asked for', async () => {
    const { clock, driver, times, now } = start(() => never);
    driver.setActive(false);
    driver.set('a', due(now(), 'asked'));
    driver.set('a', due(now() + MINUTE));
    driver.setActive(true);
    await clock.advance(1000);
    expect(times('a')).toEqual([0]);
  });

  it('keeps a plan that was made while the look-up ran', async () => {
    const { clock, driver, times, now } = start((key) => {
      if (times(key).length === 1) driver.set(key, due(now() + 2000, 'asked'));
      return due(now() + MINUTE);
    });
    driver.set('a', due(now(), 'new'));
    await clock.advance(10_000);
    expect(times('a')).toEqual([0, 2000]);
  });

  it('waits for a key without asking, and goes on when it is woken', async () => {
    let connection: string | null = null;
    const { clock, driver, asked, now } = start(
      () => never,
      () => connection,
    );
    driver.set('a', due(now(), 'new'));
    await clock.advance(MINUTE);
    expect(asked).toEqual([]);
    connection = 'c1';
    driver.wake();
    await clock.advance(0);
    expect(asked).toHaveLength(1);
  });

  it('asks again after a fault of its own: no task is lost', async () => {
    let broken = true;
    const { clock, driver, times, now } = start(() => {
      if (broken) throw new Error('a bug');
      return never;
    });
    driver.set('a', due(now(), 'new'));
    await clock.advance(1000);
    broken = false;
    await clock.advance(MINUTE);
    expect(times('a')).toEqual([0, 15_000]);
  });

  it('asks a task that was taken off and put back while its look-up ran', async () => {
    let slow = true;
    const { clock, driver, times, now } = start(() => (slow ? null : never));
    driver.set('a', due(now(), 'new'));
    await clock.advance(0);
    driver.drop('a');
    slow = false;
    driver.set('a', due(now() + 1000, 'new'));
    await clock.advance(MINUTE);
    expect(times('a')).toEqual([0, 1000]);
  });

  it('does not wait for hours because the clock was set back', async () => {
    const { clock, driver, times, now, setClock } = start(() => due(now() + 10_000));
    driver.set('a', due(now() + 10_000, 'new'));
    await clock.advance(4000);
    setClock(-600_000);
    await clock.advance(30_000);
    expect(times('a').length).toBeGreaterThanOrEqual(2);
    expect(times('a').length).toBeLessThanOrEqual(4);
  });

  it('makes one polite round after the computer slept, within seconds', async () => {
    const { clock, driver, asked, now, setClock } = start(() => due(now() + 2 * 3_600_000));
    for (let index = 0; index < 100; index += 1) {
      driver.set(`t${index}`, due(now() + 1_800_000 + index, 'due'));
    }
    await clock.advance(1000);
    // Asleep: the wall clock goes on, timers do not.
    setClock(3_600_000);
    const woke = clock.now();
    await clock.advance(5000);
    expect(asked.length).toBeGreaterThan(0);
    await clock.advance(MINUTE);
    expect(asked).toHaveLength(100);
    for (const { at } of asked) {
      const within = asked.filter((one) => one.at >= at && one.at < at + 1000);
      expect(within.length).toBeLessThanOrEqual(5);
    }
    expect(asked.at(-1)!.at - woke).toBeLessThan(31_000);
  });
});
