import type { Figures } from './measure';

interface Row {
  name: string;
  figure: keyof Figures;
  told: (value: number) => string;
  /** The most that is allowed, or how many times as much as on the smallest board. */
  most?: number;
  times?: number;
}

const ms = (value: number): string => `${value.toFixed(value < 100 ? 1 : 0)} ms`;
const count = (value: number): string => String(value);

const ROWS: readonly Row[] = [
  { name: 'reload to the first live card', figure: 'reload', told: ms, times: 2 },
  { name: 'a key in the search', figure: 'search', told: ms, most: 50 },
  { name: 'grouping and sorting, the longest', figure: 'arrange', told: ms, most: 100 },
  { name: 'frames while scrolling, p95', figure: 'scroll', told: ms, most: 25 },
  { name: 'script per look-up', figure: 'script', told: ms, times: 1.3 },
  { name: 'all work per look-up', figure: 'work', told: ms },
  { name: 'long tasks', figure: 'longTasks', told: count, most: 0 },
  { name: 'the longest', figure: 'longest', told: ms },
  { name: 'heap', figure: 'heap', told: (bytes) => `${(bytes / 1e6).toFixed(1)} MB` },
  { name: 'look-ups seen', figure: 'lookUps', told: count },
];

/** One line for each figure, one column for each size, with its ratio to the first. */
export function tableOf(figures: ReadonlyMap<number, Figures>): string {
  const [smallest] = figures.values();
  if (!smallest) return '';
  const lines = ROWS.map(({ name, figure, told, most, times }) => {
    const columns = [...figures.values()].map((one) => {
      const ratio = one[figure] / smallest[figure];
      const beside = one === smallest || !Number.isFinite(ratio) ? '' : ` ×${ratio.toFixed(2)}`;
      return (told(one[figure]) + beside).padStart(18);
    });
    const limit = most !== undefined ? told(most) : times !== undefined ? `×${times}` : '';
    return name.padEnd(32) + columns.join('') + limit.padStart(12);
  });
  const sizes = [...figures.keys()].map((size) => size.toLocaleString('en').padStart(18));
  return ['tasks'.padEnd(32) + sizes.join('') + 'allowed'.padStart(12), ...lines].join('\n');
}

/** What is more than allowed, in words. */
export function overLimits(figures: ReadonlyMap<number, Figures>): string[] {
  const [smallest] = figures.values();
  return [...figures].flatMap(([size, one]) =>
    ROWS.flatMap(({ name, figure, told, most, times }) => {
      const limit = most ?? (smallest && times !== undefined ? times * smallest[figure] : Infinity);
      return one[figure] > limit ? [`${size} tasks: ${name} ${told(one[figure])}`] : [];
    }),
  );
}
