import { describe, expect, it } from 'vitest';

import { createBus } from '~/engine/bus';

import { createLookUpPaths, LOOK_UP_PATHS } from './paths';

const BASE = 'https://a.test';

/** A bus, and the paths that look-ups have found on it. */
function listening() {
  const bus = createBus();
  const found: string[][] = [];
  bus.on('path', ({ base, path, by }) => void (by === 'look-up' && found.push([base, path])));
  return { bus, found };
}

describe('look-up paths', () => {
  it('tries every path of a service once, then says there is none', () => {
    const lookUpPaths = createLookUpPaths(new Map(), createBus());
    const tried: string[] = [];
    do tried.push(lookUpPaths.pathOf(BASE));
    while (lookUpPaths.markMissing(BASE, lookUpPaths.pathOf(BASE)));
    expect(tried).toEqual([...LOOK_UP_PATHS]);
    expect(lookUpPaths.pathOf(BASE)).toBe('/v1/videos/{id}');
  });

  it('keeps the path that answered, for this service alone', () => {
    const { bus, found } = listening();
    const lookUpPaths = createLookUpPaths(new Map(), bus);
    lookUpPaths.markMissing(BASE, '/v1/videos/{id}');
    lookUpPaths.markFound(BASE, lookUpPaths.pathOf(BASE));
    expect(found).toEqual([[BASE, '/v1/video/query?id={id}']]);
    expect(lookUpPaths.markMissing(BASE, '/v1/video/query?id={id}')).toBe(false);
    expect(lookUpPaths.pathOf('https://b.test')).toBe('/v1/videos/{id}');
  });

  it('starts with what is known', () => {
    const lookUpPaths = createLookUpPaths(new Map([[BASE, '/x/{id}']]), createBus());
    expect(lookUpPaths.pathOf(BASE)).toBe('/x/{id}');
  });

  it('asks where a person says, whatever was found or does not answer', () => {
    const lookUpPaths = createLookUpPaths(new Map([[BASE, '/x/{id}']]), createBus());
    lookUpPaths.set(BASE, '/y/{id}');
    expect(lookUpPaths.markMissing(BASE, '/x/{id}')).toBe(true);
    expect(lookUpPaths.markMissing(BASE, '/y/{id}')).toBe(false);
    // Its question was sent before the person said so.
    lookUpPaths.markFound(BASE, '/x/{id}');
    expect(lookUpPaths.pathOf(BASE)).toBe('/y/{id}');
  });

  it('searches again from the usual path when a person goes back to it', () => {
    const { bus, found } = listening();
    const lookUpPaths = createLookUpPaths(new Map([[BASE, LOOK_UP_PATHS[1]]]), bus);
    lookUpPaths.set(BASE, LOOK_UP_PATHS[0]);
    lookUpPaths.markFound(BASE, LOOK_UP_PATHS[1]);
    expect(lookUpPaths.pathOf(BASE)).toBe(LOOK_UP_PATHS[0]);
    expect(lookUpPaths.markMissing(BASE, LOOK_UP_PATHS[0])).toBe(true);
    lookUpPaths.markFound(BASE, lookUpPaths.pathOf(BASE));
    expect(found).toEqual([[BASE, LOOK_UP_PATHS[1]]]);
  });

  it('takes the usual path for nothing that is known', () => {
    const lookUpPaths = createLookUpPaths(new Map([[BASE, LOOK_UP_PATHS[0]]]), createBus());
    expect(lookUpPaths.known.getState().paths.size).toBe(0);
    expect(lookUpPaths.markMissing(BASE, LOOK_UP_PATHS[0])).toBe(true);
  });
});
