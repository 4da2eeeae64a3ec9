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
});
