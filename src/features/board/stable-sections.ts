import type { Section } from '~/engine/answers/groups';

import type { Drawn } from './stable-order';

/** What the grouped grid last showed. */
export interface DrawnSections extends Omit<Drawn, 'keys'> {
  sections: readonly Section[];
}

/**
 * The groups to draw, in order. While the person is using the grid, no card moves, not even to another group; new
 * matches come at the end of their group, and new groups after all others.
 * @param exists whether a card is still on the board at all
 */
export function stableSections(
  before: DrawnSections,
  wanted: DrawnSections,
  held: boolean,
  exists: (key: string) => boolean,
): DrawnSections {
  if (!held || before.view !== wanted.view || wanted.total > before.total) return wanted;
  if (before.sections === wanted.sections) return before;
  const drawn = new Map(
    before.sections.map((section) => [section, section.keys.filter(exists)] as const),
  );
  const known = new Set([...drawn.values()].flat());
  const added = new Map(
    wanted.sections.map(({ id, keys }) => [id, keys.filter((key) => !known.has(key))] as const),
  );
  const kept = [...drawn].map(([section, keys]): Section => {
    const more = added.get(section.id) ?? [];
    added.delete(section.id);
    const isSame = keys.length === section.keys.length && more.length === 0;
    return isSame ? section : { id: section.id, keys: [...keys, ...more] };
  });
  const others = [...added].map(([id, keys]): Section => ({ id, keys }));
  const sections = [...kept, ...others].filter(({ keys }) => keys.length > 0);
  return {
    ...wanted,
    sections: isSameList(sections, before.sections) ? before.sections : sections,
  };
}

/** Whether a card is drawn in another group, or elsewhere in its own, than it is wanted. */
export function placedElsewhere(
  drawn: readonly Section[],
  wanted: readonly Section[],
): (key: string) => boolean {
  const [there, here] = [drawn, wanted].map(
    (sections) =>
      new Map(
        sections.flatMap(({ id, keys }) => keys.map((key, at) => [key, `${at} ${id}`] as const)),
      ),
  );
  return (key) => there?.get(key) !== here?.get(key);
}

function isSameList<T>(a: readonly T[], b: readonly T[]): boolean {
  return a.length === b.length && a.every((one, index) => one === b[index]);
}
