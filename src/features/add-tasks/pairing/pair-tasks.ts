import { groupedBy } from './pair-keys';
import type { FoundTask, Piece } from './pieces';

/** Stands for a service, or for a key whose service is not known, in `clusterOf`. */
export type ClusterId = string;

/**
 * Which cluster each task of a text belongs to, by task id: the only one there is, or the only one on its line or in its
 * block, or the one whose heading it stands below. Tasks that stand alone are left out.
 * @param clusterOf the cluster of a key or address; null if it has none
 */
export function pairTasks(
  pieces: readonly Piece[],
  clusterOf: (piece: Piece) => ClusterId | null,
): Map<string, ClusterId> {
  const pairs = new Map<string, ClusterId>();
  const clusters = new Set(pieces.flatMap((piece) => clusterOf(piece) ?? []));
  const [only] = clusters;
  if (only === undefined) return pairs;
  const take = ({ taskId }: FoundTask, cluster: ClusterId): void => {
    if (!pairs.has(taskId)) pairs.set(taskId, cluster);
  };
  for (const place of ['line', 'block'] as const) {
    for (const group of groupedBy(pieces, place)) {
      const here = new Set(group.flatMap((piece) => clusterOf(piece) ?? []));
      const [cluster] = here;
      if (here.size !== 1 || cluster === undefined) continue;
      for (const piece of group) if (piece.kind === 'task') take(piece.task, cluster);
    }
  }
  const below = clusters.size === 1 ? null : sections(pieces, clusterOf);
  for (const piece of pieces) {
    if (piece.kind !== 'task') continue;
    const cluster = below === null ? only : below.get(piece);
    if (cluster !== undefined && (clusters.size === 1 || below !== null)) take(piece.task, cluster);
  }
  return pairs;
}

/**
 * A text in sections: each service or key, once, with its tasks below it (or above it). Empty if any of them has no
 * tasks, because then the tasks of the next may be everybody's.
 */
function sections(
  pieces: readonly Piece[],
  clusterOf: (piece: Piece) => ClusterId | null,
): Map<Piece, ClusterId> {
  const inOrder = pieces.filter((piece) => piece.kind === 'task' || clusterOf(piece) !== null);
  const headsFirst = inOrder[0]?.kind !== 'task';
  const walk = headsFirst ? inOrder : inOrder.toReversed();
  const found = new Map<Piece, ClusterId>();
  const seen = new Set<ClusterId>();
  let head: ClusterId | null = null;
  let tasks = 0;
  for (const piece of walk) {
    const cluster = clusterOf(piece);
    if (piece.kind === 'task') {
      // In a text that begins with tasks, the last thing must be a service.
      if (head === null) return new Map<Piece, ClusterId>();
      found.set(piece, head);
      tasks += 1;
    } else if (cluster !== null && cluster !== head) {
      if ((head !== null && tasks === 0) || seen.has(cluster)) return new Map<Piece, ClusterId>();
      seen.add(cluster);
      head = cluster;
      tasks = 0;
    }
  }
  return tasks === 0 ? new Map<Piece, ClusterId>() : found;
}
