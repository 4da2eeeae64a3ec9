import type { ModelDurations } from '~/engine/insight/facts';

type Bins = ModelDurations['bins'];

/** How much of its neighbours each bin takes on: bins are so narrow that a few dozen videos would be a comb. */
const KERNEL = [1, 4, 6, 4, 1] as const;
const WEIGHT = KERNEL.reduce((sum, one) => sum + one, 0);
/** Of the height, so that a label fits above. */
const TOP = 0.87;

/**
 * The outline of a distribution as the path of an SVG, 1000 wide up to `endMs` and 100 high: how many there are for each
 * second, as smooth as a hand would draw it; empty without any.
 */
export function curveOf(bins: Bins, endMs: number): string {
  const points = smoothed(bins).map(({ atMs, per }) => [(atMs / endMs) * 1000, per] as const);
  const most = points.reduce((best, [, per]) => Math.max(best, per), 0);
  if (most === 0) return '';
  const placed = points.map(([x, per]) => [x, 100 - 100 * TOP * (per / most)] as const);
  const [first] = placed;
  const last = placed.at(-1);
  if (!first || !last) return '';
  const middles = placed.slice(1).map(([x, y], index) => {
    const [px, py] = placed[index] ?? first;
    return `Q${px.toFixed(1)} ${py.toFixed(1)} ${((px + x) / 2).toFixed(1)} ${((py + y) / 2).toFixed(1)}`;
  });
  return `M${first[0].toFixed(1)} 100${middles.join('')}L${last[0].toFixed(1)} 100`;
}

/** Each bin's middle and how many there are for each ms, with empty bins around, into which the curve runs out. */
function smoothed(bins: Bins): { atMs: number; per: number }[] {
  const [first] = bins;
  const last = bins.at(-1);
  if (!first || !last) return [];
  const ratio = 2 ** (1 / 8);
  const before = [2, 1, 0].map((n) => empty(first.fromMs / ratio ** (n + 1), ratio));
  const behind = [0, 1, 2].map((n) => empty(last.toMs * ratio ** n, ratio));
  const all = [...before, ...bins, ...behind];
  return all.map(({ fromMs, toMs }, at) => {
    const count = KERNEL.reduce<number>(
      (sum, weight, index) => sum + weight * (all[at + index - 2]?.count ?? 0),
      0,
    );
    return { atMs: (fromMs + toMs) / 2, per: count / WEIGHT / Math.max(1, toMs - fromMs) };
  });
}

function empty(fromMs: number, ratio: number): Bins[number] {
  return { fromMs, toMs: fromMs * ratio, count: 0 };
}
