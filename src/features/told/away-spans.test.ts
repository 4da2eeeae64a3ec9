// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';

import * as fc from '~test/properties';
import { anAnswer, aSighting, aTracked, NOW } from '~test/builders';
import type { TaskState } from '~/core/task';

import { awaySpans, dismissAway, endedIn, followAway, noteAway, withSpan } from './away-spans';

const HOUR = 3_600_000;

afterEach(() => {
  localStorage.clear();
  awaySpans.setState({ spans: [], isRead: true });
});

it('counts what ended while nobody looked, cancelled tasks among neither', () => {
  const task = (id: string) => aTracked({ taskId: id, addedAt: NOW - HOUR });
  const states: Record<string, [TaskState, foundAt: number]> = {
    seen: ['completed', -1],
    ready: ['completed', 1],
    failed: ['failed', 1],
    cancelled: ['cancelled', 1],
    running: ['running', 1],
  };
  const found = endedIn(
    [{ from: NOW, to: NOW + HOUR }],
    Object.keys(states).map(task),
    ({ taskId }) => {
      const [state = 'running', at = 0] = states[taskId] ?? [];
      const sightings = [aSighting({ at: NOW - 10 }), aSighting({ at: NOW + at, state })];
      return anAnswer({ state }, { sightings });
    },
  );
  const keys = (id: string): string[] => [`https://api.example.com ${id}`];
  expect(found).toMatchObject({ ready: keys('ready'), failed: keys('failed') });
});

it('keeps absences until the person says OK, over a reload and in all tabs', () => {
  const spans = [
    { from: 1, to: 2 },
    { from: 5, to: 9 },
  ];
  for (const span of spans) noteAway(span);
  awaySpans.setState({ spans: [], isRead: true });
  const stop = followAway();
  expect(awaySpans.getState()).toEqual({ spans, isRead: false });
  dismissAway();
  expect(awaySpans.getState()).toEqual({ spans, isRead: true });
  noteAway({ from: 20, to: 30 });
  expect(awaySpans.getState()).toEqual({ spans: [{ from: 20, to: 30 }], isRead: false });
  stop();
});

it('whatever is stored is read as absences, or as none', () => {
  for (const stored of ['[]', 'null', '{"spans":7}', '{"spans":[{"from":"x"}],"isRead":true}']) {
    localStorage.setItem('rushes-away', stored);
    followAway()();
    expect(awaySpans.getState()).toEqual({ spans: [], isRead: true });
  }
});

it('absences never overlap, and are few', () => {
  const span = fc.tuple(fc.nat(1000), fc.nat(1000)).map(([from, ms]) => ({ from, to: from + ms }));
  fc.assert(
    fc.property(fc.array(span, { maxLength: 60 }), (all) => {
      const spans = all.reduce(withSpan, [] as readonly { from: number; to: number }[]);
      expect(spans.length).toBeLessThanOrEqual(20);
      for (const [at, { from }] of spans.entries())
        expect(from).toBeGreaterThanOrEqual(spans[at - 1]?.to ?? 0);
    }),
  );
});
