import { describe, expect, it } from 'vitest';

import { createDoors, DOORS } from './doors';

const BASE = 'https://a.test';

describe('doors', () => {
  it('tries every door of a service once, then says there is none', () => {
    const doors = createDoors(new Map(), () => {});
    const tried: string[] = [];
    do tried.push(doors.pathOf(BASE));
    while (doors.closed(BASE, doors.pathOf(BASE)));
    expect(tried).toEqual([...DOORS]);
    expect(doors.pathOf(BASE)).toBe('/v1/videos/{id}');
  });

  it('keeps the door that answered, for this service alone', () => {
    const found: string[][] = [];
    const doors = createDoors(new Map(), (...kept) => found.push(kept));
    doors.closed(BASE, '/v1/videos/{id}');
    doors.opened(BASE, doors.pathOf(BASE));
    expect(found).toEqual([[BASE, '/v1/video/query?id={id}']]);
    expect(doors.closed(BASE, '/v1/video/query?id={id}')).toBe(false);
    expect(doors.pathOf('https://b.test')).toBe('/v1/videos/{id}');
  });

  it('starts with what is known', () => {
    const doors = createDoors(new Map([[BASE, '/x/{id}']]), () => {});
    expect(doors.pathOf(BASE)).toBe('/x/{id}');
  });

  it('asks where a person says, whatever was found or does not answer', () => {
    const doors = createDoors(new Map([[BASE, '/x/{id}']]), () => {});
    doors.set(BASE, '/y/{id}');
    expect(doors.closed(BASE, '/x/{id}')).toBe(true);
    expect(doors.closed(BASE, '/y/{id}')).toBe(false);
    // Its question was sent before the person said so.
    doors.opened(BASE, '/x/{id}');
    expect(doors.pathOf(BASE)).toBe('/y/{id}');
  });

  it('searches anew from the usual path when a person goes back to it', () => {
    const found: string[][] = [];
    const doors = createDoors(new Map([[BASE, DOORS[1]]]), (...kept) => found.push(kept));
    doors.set(BASE, DOORS[0]);
    doors.opened(BASE, DOORS[1]);
    expect(doors.pathOf(BASE)).toBe(DOORS[0]);
    expect(doors.closed(BASE, DOORS[0])).toBe(true);
    doors.opened(BASE, doors.pathOf(BASE));
    expect(found).toEqual([[BASE, DOORS[1]]]);
  });

  it('takes the usual path for nothing that is known', () => {
    const doors = createDoors(new Map([[BASE, DOORS[0]]]), () => {});
    expect(doors.known.getState().paths.size).toBe(0);
    expect(doors.closed(BASE, DOORS[0])).toBe(true);
  });
});
