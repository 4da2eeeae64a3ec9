import type { TrackedTask } from './tracked';

/**
 * When each part of what is said about a task was last changed, in epoch ms: by field, and by heading for cells. What
 * was never changed is left out. `of` is the `changedAt` that they belong to: a build that knows no such times changes
 * that one alone, and then they count no more.
 */
export type SaidAt = Readonly<Record<string, number>>;

/** What is said about a task. */
type Said = Pick<
  TrackedTask,
  'label' | 'batch' | 'shot' | 'columns' | 'note' | 'pickedAt' | 'changedAt' | 'saidAt'
>;

/** One part of it: as a text to compare, and when it was last changed; 0 if never. */
interface Part {
  text: string;
  at: number;
}

/** All that is said about a task, part by part; of tags each is one that is there or not. */
export function partsOf({ columns, saidAt, changedAt, ...task }: Said): ReadonlyMap<string, Part> {
  const { label, batch, shot, note, pickedAt } = task;
  const texts: [part: string, text: string | null][] = [
    ['label', label],
    // A batch with a name before one without.
    ['batch', batch && JSON.stringify([batch.name === null, batch.name, batch.id])],
    ['shot', shot],
    ['note', note],
    ['pickedAt', pickedAt === null ? null : String(pickedAt)],
    ...Object.entries(columns).map(([heading, cell]): [string, string] => [
      cellPart(heading),
      cell,
    ]),
  ];
  const times = saidAt?.['of'] === changedAt ? saidAt : undefined;
  const parts = texts.flatMap(([part, text]): [string, Part][] =>
    text === null ? [] : [[part, { text, at: (times ? times[part] : changedAt) ?? 0 }]],
  );
  return new Map(parts);
}

/** What the part that is a cell is called. */
export function cellPart(heading: string): string {
  return `cell ${heading}`;
}

/** The task with these times of its parts. */
export function withSaidAt<T extends Said>(task: T, at: (part: string) => number): T {
  const { changedAt } = task;
  const { saidAt: _outdated, ...untimed } = task;
  if (changedAt === null) return untimed as T;
  const times = [...partsOf(task).keys()].map((part) => [part, at(part)] as const);
  const saidAt: SaidAt = {
    ...Object.fromEntries(times.filter(([, time]) => time > 0)),
    of: changedAt,
  };
  return { ...task, saidAt };
}

/** The task after a change: what says the same as `before` is as old as it was, the rest as old as `at` says. */
export function changedSince<T extends Said>(task: T, before: T, at: (part: string) => number): T {
  const [now, known] = [partsOf(task), partsOf(before)];
  return withSaidAt(task, (part) => {
    const same = known.get(part);
    return same && same.text === now.get(part)?.text ? same.at : at(part);
  });
}
