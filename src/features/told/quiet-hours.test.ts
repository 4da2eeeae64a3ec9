import { afterEach, beforeEach, describe, expect, it } from 'vitest';

import * as fc from '~test/properties';

import { isQuiet, isTimeOfDay } from './quiet-hours';

const zone = process.env['TZ'];
beforeEach(() => {
  process.env['TZ'] = 'Europe/Berlin';
});
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

const NIGHT = { on: true, from: '20:00', to: '08:00' };
const at = (day: string, time: string): number => new Date(`${day}T${time}`).getTime();

describe('quiet hours', () => {
  it('go over midnight', () => {
    for (const time of ['20:00', '23:59', '00:00', '07:59'])
      expect(isQuiet(NIGHT, at('2026-11-23', time))).toBe(true);
    for (const time of ['08:00', '12:00', '19:59'])
      expect(isQuiet(NIGHT, at('2026-11-23', time))).toBe(false);
  });

  it('lie within a day where they end after they begin, and are none where that is one time', () => {
    const noon = { on: true, from: '12:00', to: '13:30' };
    expect(isQuiet(noon, at('2026-11-23', '13:29'))).toBe(true);
    expect(isQuiet(noon, at('2026-11-23', '13:30'))).toBe(false);
    expect(isQuiet({ ...noon, to: '12:00' }, at('2026-11-23', '12:00'))).toBe(false);
  });

  it('are not kept where they are off', () => {
    expect(isQuiet({ ...NIGHT, on: false }, at('2026-11-23', '23:00'))).toBe(false);
  });

  it.each([
    // The clocks go from 2:00 to 3:00, and from 3:00 to 2:00.
    ['2026-03-29', 11],
    ['2026-10-25', 13],
  ])('end by the clock on the wall when it is changed, on %s', (day, hours) => {
    const began = at(day, '00:00') - 4 * 3_600_000;
    const end = at(day, '08:00');
    expect(end - began).toBe(hours * 3_600_000);
    expect(isQuiet(NIGHT, began)).toBe(true);
    expect(isQuiet(NIGHT, end - 1)).toBe(true);
    expect(isQuiet(NIGHT, end)).toBe(false);
  });

  it('and the hours between are a whole day, each minute in one of both', () => {
    const time = fc.nat(1439).map((minute) => {
      const [hours, minutes] = [Math.floor(minute / 60), minute % 60];
      return `${String(hours).padStart(2, '0')}:${String(minutes).padStart(2, '0')}`;
    });
    fc.assert(
      fc.property(time, time, fc.nat(2_000_000_000), (from, to, seconds) => {
        fc.pre(from !== to);
        const now = seconds * 1000;
        const one = isQuiet({ on: true, from, to }, now);
        expect(isQuiet({ on: true, from: to, to: from }, now)).toBe(!one);
        expect(isTimeOfDay(from)).toBe(true);
      }),
    );
  });
});

it('a time of the day is one', () => {
  for (const wrong of ['24:00', '9:00', '', null, 900]) expect(isTimeOfDay(wrong)).toBe(false);
});
