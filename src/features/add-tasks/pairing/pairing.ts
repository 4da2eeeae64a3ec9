import type { GivenAddress } from '~/engine/gateway/address-template';
import type { LinkReason, Segment } from '~/features/add-tasks/recognise/analysis';

import { candidatesIn } from './candidates';
import { pairKeys } from './pair-keys';
import { pairTasks, type ClusterId } from './pair-tasks';
import { piecesOf, type FoundTask, type Piece, type Secret } from './pieces';

/** A service in the text with its keys and tasks, or a key whose service the text does not show. */
export interface Cluster {
  id: ClusterId;
  /** Null: the person must say. */
  address: GivenAddress | null;
  /** The text, or the page's host, says that it is a service; else it is only a link that may be one. */
  said: boolean;
  secrets: Secret[];
  tasks: FoundTask[];
}

/** What a text says about keys, services and tasks. */
export interface Pairing {
  clusters: Cluster[];
  /** Tasks that the text gives to nobody, in groups that look alike. */
  loose: { id: ClusterId; tasks: FoundTask[] }[];
  /** The text has services of its own: a key that none of them gets is not for the host's either. */
  contested: boolean;
  /** Every address that may be meant, the likeliest first: for a question. */
  addresses: GivenAddress[];
  /** Links that never get a key, by what they are. */
  links: { host: string; reason: Exclude<LinkReason, 'file'> }[];
}

/** Reads from the segments of a text what belongs together; nothing is guessed. Pure, in linear time. */
export function pairingOf(segments: readonly Segment[], configured: ReadonlySet<string>): Pairing {
  const all = piecesOf(segments);
  const { chosen, all: addresses } = candidatesIn(all, configured);
  const pieces = all.filter((piece) => piece.kind !== 'address' || chosen.has(piece.address.base));
  const said = new Set([...chosen].flatMap(([base, one]) => (one.said ? base : [])));
  const basesOf = pairKeys(pieces, said);
  const clusters = new Map<ClusterId, Cluster>();
  const clusterOf = (piece: Piece): ClusterId | null => {
    if (piece.kind === 'task') return null;
    if (piece.kind === 'address') return piece.address.base;
    const bases = [...(basesOf.get(piece.secret.apiKey) ?? [])];
    return bases.length > 1 ? null : (bases[0] ?? keyCluster(piece.secret));
  };
  for (const [id, { address }] of chosen)
    clusters.set(id, { id, address, said: said.has(id), secrets: [], tasks: [] });
  for (const piece of pieces) {
    if (piece.kind !== 'key') continue;
    const bases = [...(basesOf.get(piece.secret.apiKey) ?? [])];
    for (const id of bases.length > 0 ? bases : [keyCluster(piece.secret)]) {
      const cluster = clusters.get(id) ?? {
        id,
        address: null,
        said: false,
        secrets: [],
        tasks: [],
      };
      clusters.set(id, cluster);
      if (!cluster.secrets.some(({ apiKey }) => apiKey === piece.secret.apiKey))
        cluster.secrets.push(piece.secret);
    }
  }
  const pairs = pairTasks(pieces, clusterOf);
  const loose: FoundTask[] = [];
  // With a single key there is a single service to ask, whichever it is.
  const [lone, other] = [...clusters.values()].filter(({ secrets }) => secrets.length > 0);
  const whole = lone?.address === null && !other ? lone.id : '';
  for (const task of tasksOnce(pieces)) {
    const cluster = clusters.get(pairs.get(task.taskId) ?? whole);
    (cluster?.tasks ?? loose).push(task);
  }
  return {
    // A service without keys and tasks was only mentioned.
    clusters: [...clusters.values()].filter(
      ({ secrets, tasks }) => secrets.length + tasks.length > 0 || clusters.size === 1,
    ),
    // Where the text names no service, there is one question for all.
    loose: clusters.size === 0 ? allOf(loose) : families(loose),
    contested: chosen.size > 0,
    addresses,
    links: linksIn(segments),
  };
}

/** Contains the key, so that what a person says of one never applies to another; never drawn. */
function keyCluster({ apiKey }: Secret): ClusterId {
  return `key ${apiKey}`;
}

/** The first of several names of a task counts. */
function tasksOnce(pieces: readonly Piece[]): FoundTask[] {
  const tasks = new Map<string, FoundTask>();
  for (const piece of pieces) {
    if (piece.kind !== 'task') continue;
    const { task } = piece;
    const before = tasks.get(task.taskId);
    if (!before || (before.label === null && task.label !== null)) tasks.set(task.taskId, task);
  }
  return [...tasks.values()];
}

/** More kinds of ids than this are one question. */
const MAX_FAMILIES = 4;

/** Ids of one service begin alike: `task_…`, `veo3.1-fast:…`, `cgt-…`, numbers. */
function families(tasks: readonly FoundTask[]): Pairing['loose'] {
  const groups = new Map<string, FoundTask[]>();
  for (const task of tasks) {
    const family = /^[a-z][\w.]*?(?=[_:-])/i.exec(task.taskId)?.[0] ?? '';
    const group = groups.get(family);
    if (group) group.push(task);
    else groups.set(family, [task]);
  }
  return groups.size > MAX_FAMILIES
    ? allOf(tasks)
    : [...groups].map(([family, of]) => ({ id: `tasks ${family}`, tasks: of }));
}

function allOf(tasks: readonly FoundTask[]): Pairing['loose'] {
  return tasks.length > 0 ? [{ id: 'tasks', tasks: [...tasks] }] : [];
}

function linksIn(segments: readonly Segment[]): Pairing['links'] {
  const links = new Map<string, Pairing['links'][number]>();
  for (const { kind, reason, value } of segments) {
    if (kind !== 'link' || reason === null || reason === 'file') continue;
    const host = /^(?:https?:\/\/)?([^/?#]+)/i.exec(value)?.[1] ?? value;
    links.set(`${reason} ${host}`, { host, reason });
  }
  return [...links.values()];
}
