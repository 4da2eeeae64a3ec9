import type { GivenAddress } from '~/engine/gateway/address-template';
import type { Evidence } from '~/features/add-tasks/recognise/segment';

import type { Piece } from './pieces';

/** How much speaks for an address being the service's: from 2, the text says so. */
const STRENGTH = { 'look-up': 3, named: 2, link: 1 } as const satisfies Record<Evidence, number>;
const SAID = 2;

/** The addresses in a text. */
export interface Candidates {
  /** Those that may get a key without a question, if nothing else competes, by base. */
  chosen: ReadonlyMap<string, GivenAddress>;
  /** Every address, the likeliest first, for a question. */
  all: GivenAddress[];
}

/**
 * Sorts the addresses of a text by evidence. Once one is said to be a service (by a look-up, by a word before it, by
 * standing on a key's line or on a line of its own near one, or by the page's host), bare links in prose are out.
 * @param configured bases that the page's host offers
 */
export function candidatesIn(
  pieces: readonly Piece[],
  configured: ReadonlySet<string>,
): Candidates {
  const keys = pieces.filter(({ kind }) => kind === 'key');
  const keyLines = new Set(keys.map(({ line }) => line));
  const keyBlocks = new Set(keys.map(({ block }) => block));
  const found = new Map<string, { address: GivenAddress; strength: number }>();
  for (const piece of pieces) {
    if (piece.kind !== 'address') continue;
    const { address, evidence, line, block, alone } = piece;
    const near = keyLines.has(line) || (alone && keyBlocks.has(block));
    const said = near || configured.has(address.base);
    const strength = Math.max(STRENGTH[evidence], said ? SAID : 0);
    const before = found.get(address.base);
    found.set(address.base, {
      address: before?.address.path ? before.address : address,
      strength: Math.max(before?.strength ?? 0, strength),
    });
  }
  const sorted = [...found.values()].toSorted((a, b) => b.strength - a.strength);
  const said = sorted.filter(({ strength }) => strength >= SAID);
  // A service that the host offers wins over a link in prose, and several of those are all equal.
  const lone = configured.size === 0 && sorted.length === 1 ? sorted : [];
  const best = said.length > 0 ? said : lone;
  return {
    chosen: new Map(best.map(({ address }) => [address.base, address])),
    all: sorted.map(({ address }) => address),
  };
}
