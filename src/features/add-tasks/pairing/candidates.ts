import type { GivenAddress } from '~/engine/gateway/address-template';
import type { Evidence } from '~/features/add-tasks/recognise/segment';

import type { Piece } from './pieces';

/** How much speaks for an address being the service's: from 2, the text says so; 0 is a page until somebody says more. */
const STRENGTH = { 'look-up': 3, named: 2, link: 0 } as const satisfies Record<Evidence, number>;
const SAID = 2;
const LIKELY = 1;

/** The addresses in a text. */
export interface Candidates {
  /** Those that may get a key without a question, if nothing else competes, by base. */
  chosen: ReadonlyMap<string, GivenAddress>;
  /** Every address, the likeliest first, for a question. */
  all: GivenAddress[];
}

/**
 * Sorts the addresses of a text by evidence. Once one is said to be a service (by a look-up, by a word before it, by
 * standing on a key's or task's line, or by the page's host), bare links in prose are out, unless there are more keys than such
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
  const found = new Map<string, { address: GivenAddress; strength: number }>();
  for (const piece of pieces) {
    if (piece.kind !== 'address') continue;
    const { address, evidence, looks, line } = piece;
    const likely = looks === 'host' ? keyBlocks.has(piece.block) : looks !== 'page';
    const said =
      keyLines.has(line) || (likely && taskLines.has(line)) || configured.has(address.base);
    const strength = Math.max(STRENGTH[evidence], said ? SAID : likely ? LIKELY : 0);
    const before = found.get(address.base);
    found.set(address.base, {
      address: before?.address.path ? before.address : address,
      strength: Math.max(before?.strength ?? 0, strength),
    });
  }
  const sorted = [...found.values()].toSorted((a, b) => b.strength - a.strength);
  const said = sorted.filter(({ strength }) => strength >= SAID);
  const likely = sorted.filter(({ strength }) => strength >= LIKELY);
  const keyCount = new Set(keys.map(({ secret }) => secret.apiKey)).size;
  // A service that the host offers wins over a link in prose.
  const lone = configured.size === 0 ? likely : [];
  const best = said.length === 0 ? lone : keyCount > said.length ? likely : said;
  return {
    chosen: new Map(best.map(({ address }) => [address.base, address])),
    all: sorted.map(({ address }) => address),
  };
}
