import type { GivenAddress } from '~/engine/gateway/address-template';
import type { Evidence } from '~/features/add-tasks/recognise/analysis';

import type { Piece } from './pieces';

/** How much speaks for an address being the service's: from 2, the text says so; 0 is a page until somebody says more. */
const STRENGTH = { 'look-up': 3, named: 2, link: 0 } as const satisfies Record<Evidence, number>;
const SAID = 2;
const LIKELY = 1;

/** The addresses in a text. */
interface Candidates {
  /** Those that may get a key without a question, if nothing else competes, by base. */
  chosen: ReadonlyMap<string, { address: GivenAddress; said: boolean }>;
  /** Every address, the likeliest first, for a question. */
  all: GivenAddress[];
}

/**
 * Sorts the addresses of a text by evidence. Once one is said to be a service (by a look-up, by a word before it, by
 * standing on a key's or task's line, or by the page's host), bare links are out, unless there are more keys than such
 * services.
 * @param configured bases that the page's host offers
 */
export function candidatesIn(
  pieces: readonly Piece[],
  configured: ReadonlySet<string>,
): Candidates {
  const keys = pieces.filter((piece) => piece.kind === 'key');
  const keyLines = new Set(keys.map(({ line }) => line));
  const keyBlocks = new Set(keys.map(({ block }) => block));
  const taskLines = new Set(pieces.flatMap(({ kind, line }) => (kind === 'task' ? line : [])));
  const found = new Map<string, Found>();
  for (const piece of pieces) {
    if (piece.kind !== 'address') continue;
    const { address, evidence, looks, line } = piece;
    const likely = looks === 'host' ? keyBlocks.has(piece.block) : looks !== 'page';
    const said = keyLines.has(line) || (likely && taskLines.has(line));
    const strength = Math.max(STRENGTH[evidence], said ? SAID : likely ? LIKELY : 0);
    const before = found.get(address.base);
    found.set(address.base, {
      address: before?.address.path ? before.address : address,
      strength: Math.max(before?.strength ?? 0, strength),
      offered: configured.has(address.base),
      near: before?.near === true || keyBlocks.has(piece.block),
    });
  }
  const sorted = [...found.values()].toSorted((a, b) => rank(b) - rank(a));
  const keyCount = new Set(keys.map(({ secret }) => secret.apiKey)).size;
  const best = bestOf(sorted, keyCount, configured.size > 0);
  return {
    chosen: new Map(best.map((one) => [one.address.base, { ...one, said: rank(one) >= SAID }])),
    all: sorted.map(({ address }) => address),
  };
}

interface Found {
  address: GivenAddress;
  strength: number;
  /** By the page's host. */
  offered: boolean;
  /** In a block with a key. */
  near: boolean;
}

function rank({ strength, offered }: Found): number {
  return offered ? Math.max(strength, SAID) : strength;
}

function bestOf(sorted: readonly Found[], keyCount: number, offersAny: boolean): readonly Found[] {
  const said = sorted.filter((one) => rank(one) >= SAID);
  const likely = sorted.filter((one) => rank(one) >= LIKELY);
  // A service that the host offers wins over a link in prose, but not over one beside the key.
  if (said.every(({ strength }) => strength < SAID))
    return offersAny ? likely.filter(({ offered, near }) => offered || near) : likely;
  return keyCount > said.length ? likely : said;
}
