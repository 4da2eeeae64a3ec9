import { isOtherMakers } from './makers';
import type { Piece } from './pieces';

type KeyPiece = Extract<Piece, { kind: 'key' }>;
type AddressPiece = Extract<Piece, { kind: 'address' }>;
type Anchor = KeyPiece | AddressPiece;

/**
 * Which key belongs to which service, as the text shows it: bases by key. A key that stands alone has none. The nearest
 * place decides: the same line, then the same block, then a text in which keys and addresses alternate.
 * @param pieces only the addresses that may be services
 * @param said bases that the text or the page's host shows to be services
 */
export function pairKeys(
  pieces: readonly Piece[],
  said: ReadonlySet<string>,
): Map<string, Set<string>> {
  const pairs = pairsByPlace(pieces, said);
  for (const [apiKey, bases] of pairs)
    for (const base of bases) if (isOtherMakers(apiKey, base)) bases.delete(base);
  return pairs;
}

function pairsByPlace(
  pieces: readonly Piece[],
  said: ReadonlySet<string>,
): Map<string, Set<string>> {
  const anchors = pieces.filter((piece) => piece.kind !== 'task');
  const bases = new Set(anchors.flatMap((one) => (one.kind === 'address' ? one.address.base : [])));
  const pairs = new Map<string, Set<string>>();
  for (const one of anchors) if (one.kind === 'key') pairs.set(one.secret.apiKey, new Set());
  if (bases.size === 0) return pairs;

  const doubted = doubtedLinks(anchors);
  const taken = new Set<string>();
  const give = ({ secret }: KeyPiece, base: string): void => {
    pairs.get(secret.apiKey)?.add(base);
    taken.add(base);
  };
  const sure = pieces.filter((one) => one.kind !== 'address' || !doubted.has(one));
  for (const place of ['line', 'block'] as const) {
    const before = pairedKeys(pairs);
    for (const group of groupedBy(place === 'line' ? sure : pieces, place))
      pairIn(group, { before, taken, only: bases.size === 1, give });
    // With one service, keys that stand less close than others may be another's.
    if (bases.size === 1 && [...pairs.values()].some((found) => found.size > 0)) return pairs;
  }
  // A bare link in another paragraph is no service, even as the only one: the real address may be one that is not read.
  if (bases.size === 1 && ![...bases].some((base) => said.has(base))) return pairs;
  pairIn(pieces, { before: pairedKeys(pairs), taken, only: bases.size === 1, give });
  if (bases.size > 1) dropGuesses(anchors, pairs, bases);
  return pairs;
}

/** A bare link apart from any key's line is a service only if no key and no service is left over then. */
function dropGuesses(
  anchors: readonly Anchor[],
  pairs: ReadonlyMap<string, Set<string>>,
  bases: ReadonlySet<string>,
): void {
  const taken = new Set([...pairs.values()].flatMap((found) => [...found]));
  if (taken.size === bases.size && [...pairs.values()].every(({ size }) => size > 0)) return;
  const said = saidBases(anchors);
  for (const found of pairs.values())
    for (const base of found) if (!said.has(base)) found.delete(base);
}

/** Services that more than a bare link shows: a word, a look-up, or a key on the same line. */
function saidBases(anchors: readonly Anchor[]): ReadonlySet<string> {
  const keyLines = new Set(anchors.flatMap(({ kind, line }) => (kind === 'key' ? line : [])));
  return new Set(
    anchors.flatMap((one) =>
      one.kind === 'address' && (one.evidence !== 'link' || keyLines.has(one.line))
        ? one.address.base
        : [],
    ),
  );
}

/**
 * Bare links beside a key, in a text that elsewhere names a service nobody has a key for: the link may be about
 * something else.
 */
function doubtedLinks(anchors: readonly Anchor[]): ReadonlySet<Anchor> {
  const lines = groupedBy(anchors, 'line');
  const withKey = new Set(lines.filter((line) => line.some(({ kind }) => kind === 'key')).flat());
  const addresses = anchors.filter((one) => one.kind === 'address');
  const claimed = new Set(
    addresses.filter((one) => withKey.has(one)).map(({ address }) => address.base),
  );
  const waiting = addresses.some(
    ({ evidence, address }) => evidence !== 'link' && !claimed.has(address.base),
  );
  const said = new Set(
    addresses.filter(({ evidence }) => evidence !== 'link').map(({ address }) => address.base),
  );
  return new Set(waiting ? addresses.filter(({ address }) => !said.has(address.base)) : []);
}

/** What the places looked at so far have shown. */
interface SoFar {
  /** Keys that had a service before: one may stand in several places of a kind, each with another service. */
  before: ReadonlySet<string>;
  /** Services that have a key. */
  taken: ReadonlySet<string>;
  /** The text has a single service. */
  only: boolean;
  give: (key: KeyPiece, base: string) => void;
}

/** Pairs the keys of one place that had no service before. */
function pairIn(pieces: readonly Piece[], { before, taken, only, give }: SoFar): void {
  const anchors = pieces.filter((piece) => piece.kind !== 'task');
  const keys = anchors.filter((one) => one.kind === 'key').filter((one) => isFree(one, before));
  const addresses = anchors.filter((one) => one.kind === 'address');
  const here = new Set(addresses.map(({ address }) => address.base));
  const [base] = here;
  if (base === undefined || keys.length === 0) return;
  const isClear = here.size === 1 && (only || !taken.has(base) || isOneLine(anchors));
  const open = anchors.filter((one) =>
    one.kind === 'key' ? isFree(one, before) : !taken.has(one.address.base),
  );
  const inTurn = isClear ? [] : alternating(open);
  if (isClear) for (const key of together(keys, pieces)) give(key, base);
  for (const [key, { address }] of inTurn) give(key, address.base);
}

/** Different keys with something in between have no place in common: each may be another service's. */
function together(keys: readonly KeyPiece[], pieces: readonly Piece[]): readonly KeyPiece[] {
  const runs = pieces.filter(({ kind }, at) => kind === 'key' && pieces[at - 1]?.kind !== 'key');
  const values = new Set(keys.map(({ secret }) => secret.apiKey));
  return runs.length > 1 && values.size > 1 ? [] : keys;
}

function isFree({ secret }: KeyPiece, before: ReadonlySet<string>): boolean {
  return !before.has(secret.apiKey);
}

function pairedKeys(pairs: ReadonlyMap<string, ReadonlySet<string>>): ReadonlySet<string> {
  return new Set([...pairs].flatMap(([key, { size }]) => (size > 0 ? key : [])));
}

function isOneLine(anchors: readonly Anchor[]): boolean {
  return anchors.every(({ line }) => line === anchors[0]?.line);
}

/** `key address key address …`, or the other way round; empty for any other order. */
function alternating(anchors: readonly Anchor[]): [KeyPiece, AddressPiece][] {
  if (anchors.length % 2 === 1) return [];
  const found: [KeyPiece, AddressPiece][] = [];
  for (let at = 0; at < anchors.length; at += 2) {
    const [one, two] = [anchors[at], anchors[at + 1]];
    if (!one || !two || one.kind !== anchors[0]?.kind || two.kind === one.kind) return [];
    const key = one.kind === 'key' ? one : two;
    const address = one.kind === 'address' ? one : two;
    if (key.kind !== 'key' || address.kind !== 'address') return [];
    found.push([key, address]);
  }
  return found;
}

/** The pieces of each line or block, in order. */
export function groupedBy<T extends Piece>(pieces: readonly T[], place: 'line' | 'block'): T[][] {
  const groups = new Map<number, T[]>();
  for (const piece of pieces) {
    const group = groups.get(piece[place]);
    if (group) group.push(piece);
    else groups.set(piece[place], [piece]);
  }
  return [...groups.values()];
}
