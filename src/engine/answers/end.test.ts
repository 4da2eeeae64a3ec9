import { describe, expect, it } from 'vitest';

import * as fc from '~test/properties';
import { anAnswer, aSighting, aTracked, NOW } from '~test/builders';

import { endedAway, endOf } from './end';

const MIN = 60_000;
const seen = (...at: readonly [minutes: number, state: 'running' | 'completed' | 'failed'][]) =>
  at.map(([minutes, state]) => aSighting({ at: NOW + minutes * MIN, state }));

describe('the end of a task', () => {
  it('lies between the last look-up that found it running and the first that did not', () => {
    const sightings = seen([0, 'running'], [3, 'running'], [4, 'completed'], [9, 'completed']);
    expect(endOf(aTracked(), anAnswer({ state: 'completed' }, { sightings }))).toEqual({
      kind: 'ready',
      openAt: NOW + 3 * MIN,
      foundAt: NOW + 4 * MIN,
      saidAt: null,
    });
  });

  it('is when the service says, if that can be', () => {
    const sightings = seen([0, 'running'], [4, 'completed']);
    const saidAt = (minutes: number) =>
      endOf(
        aTracked(),
        anAnswer({ state: 'completed', completedAt: NOW + minutes * MIN }, { sightings }),
      )?.saidAt;
    expect(saidAt(2)).toBe(NOW + 2 * MIN);
    expect(saidAt(-60)).toBeNull();
    expect(saidAt(60)).toBeNull();
  });

  it('is that of the last run, where a service opened it again', () => {
    const sightings = seen([0, 'failed'], [3, 'running'], [8, 'completed']);
    expect(endOf(aTracked(), anAnswer({ state: 'completed' }, { sightings }))?.openAt).toBe(
      NOW + 3 * MIN,
    );
  });

  it('is after it was added, where the first look-up found it', () => {
    const sightings = seen([5, 'failed']);
    expect(endOf(aTracked(), anAnswer({ state: 'failed' }, { sightings }))).toMatchObject({
      kind: 'failed',
      openAt: NOW,
      foundAt: NOW + 5 * MIN,
    });
  });

  it('has not come while it runs, or nothing is known', () => {
    expect(endOf(aTracked(), anAnswer({ state: 'running' }))).toBeNull();
    expect(endOf(aTracked(), anAnswer(null))).toBeNull();
  });
});

describe('a task ended while nobody looked', () => {
  const away = { from: 100, to: 200 };
  const end = (openAt: number, foundAt: number, saidAt: number | null = null) =>
    endedAway({ kind: 'ready', openAt, foundAt, saidAt }, away);

  it('if it was found in that time', () => {
    expect(end(90, 110)).toBe(true);
    expect(end(90, 200)).toBe(true);
    expect(end(50, 100)).toBe(false);
  });

  it('if the first look-up since found it, unless it ended later', () => {
    expect(end(95, 210)).toBe(true);
    expect(end(95, 210, 205)).toBe(false);
    expect(end(95, 210, 150)).toBe(true);
    expect(end(95, 210, 97)).toBe(false);
  });

  it('not if that look-up was the next one as usual: a reload is no absence', () => {
    expect(
      endedAway({ kind: 'ready', openAt: 90, foundAt: 110, saidAt: null }, { from: 98, to: 99 }),
    ).toBe(false);
    expect(end(201, 210)).toBe(false);
  });

  it('never if it was known to run at the end of it, or to have ended at its beginning', () => {
    fc.assert(
      fc.property(fc.nat(500), fc.nat(500), fc.nat(500), fc.nat(500), (from, long, open, ran) => {
        const [to, found] = [from + long, open + ran];
        const is = endedAway(
          { kind: 'ready', openAt: open, foundAt: found, saidAt: null },
          { from, to },
        );
        const cannot = found <= from || (open >= to && found > to);
        const must = open >= from && found <= to && found > from;
        expect(is).toBe(cannot ? false : must ? true : is);
      }),
    );
    expect.hasAssertions();
  });
});
