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
const megabytes = (bytes: number): string => `${(bytes / 1e6).toFixed(1)} MB`;
const share = (value: number): string => `${(100 * value).toFixed(1)} %`;
const ratio = (value: number): string => `${value.toFixed(2)} times`;

const ROWS: readonly Row[] = [
  { name: 'reload to the first live card', figure: 'reload', told: ms, times: 1.5 },
  { name: 'a key in the search at CPU x 4, p95', figure: 'search', told: ms, most: 50 },
  { name: '  until the cards it finds are drawn', figure: 'found', told: ms },
  { name: 'grouping and sorting, the longest', figure: 'arrange', told: ms, most: 100 },
  { name: 'selecting all', figure: 'select', told: ms, most: 100 },
  { name: '1,000 added: the first is shown', figure: 'add', told: ms, most: 500 },
  { name: '1,000 added: all are counted', figure: 'counted', told: ms, most: 500 },
  { name: 'frames while scrolling, p95', figure: 'scroll', told: ms },
  { name: '  of those of an empty list', figure: 'scrollRatio', told: ratio, most: 1.5 },
  { name: 'script per look-up', figure: 'script', told: ms, times: 1.2 },
  { name: '  the same without any, twice: apart', figure: 'idleApart', told: share, most: 0.1 },
  { name: 'all work per look-up', figure: 'work', told: ms },
  { name: 'look-ups seen', figure: 'lookUps', told: count },
  { name: 'cards that one answer draws', figure: 'draws', told: count, most: 1 },
  { name: 'long tasks', figure: 'longTasks', told: count, most: 0 },
  { name: 'the longest', figure: 'longest', told: ms },
  { name: 'heap', figure: 'heap', told: megabytes, most: 80e6 },
];
const NAMES = 40;

/** One line for each figure, one column for each size, with its ratio to the first. */
export function tableOf(figures: ReadonlyMap<number, Figures>): string {
  const [smallest] = figures.values();
  if (!smallest) return '';
  const lines = ROWS.map(({ name, figure, told, most, times }) => {
    const columns = [...figures.values()].map((one) => {
      const grown = one[figure] / smallest[figure];
      const beside = one === smallest || !Number.isFinite(grown) ? '' : ` ×${grown.toFixed(2)}`;
      return (told(one[figure]) + beside).padStart(18);
    });
    const limit = most !== undefined ? told(most) : times !== undefined ? `×${times}` : '';
    return name.padEnd(NAMES) + columns.join('') + limit.padStart(12);
  });
  const sizes = [...figures.keys()].map((size) => size.toLocaleString('en').padStart(18));
  return ['tasks'.padEnd(NAMES) + sizes.join('') + 'allowed'.padStart(12), ...lines].join('\n');
}

/** What is more than allowed, in words. */
export function overLimits(figures: ReadonlyMap<number, Figures>): string[] {
  const [smallest] = figures.values();
  return [...figures].flatMap(([size, one]) =>
    ROWS.flatMap(({ name, figure, told, most, times }) => {
      const limit = most ?? (smallest && times !== undefined ? times * smallest[figure] : Infinity);
      // What could not be measured is no success.
      return !(one[figure] <= limit) ? [`${size} tasks: ${name} ${told(one[figure])}`] : [];
    }),
  );
}
