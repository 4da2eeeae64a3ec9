import { maskKey } from '~/core/mask';
import type { Segment } from '~/features/add-tasks/recognise/analysis';

import { isSameHost } from './keys-for';
import { pairingOf } from './pairing';
import type { Secret } from './pieces';

/** A connection without a key. */
export interface MissingKey {
  id: string;
  base: string;
  /** The mask of the key that it had. */
  hint: string;
}

/** A key of which only the person can say where it goes. */
export interface DoubtfulKey {
  secret: Secret;
  /** The connections that it may be for. */
  candidates: readonly string[];
}

/** What a text has for the connections that miss a key. */
interface KeysGiven {
  /** What is certain, by connection. */
  given: ReadonlyMap<string, Secret>;
  doubts: readonly DoubtfulKey[];
  /** Services of the text that miss no key. */
  elsewhere: readonly string[];
}

/**
 * Gives each key of a text to the connection it belongs to: by the service that the text names beside it, or because it
 * looks as the one before did. Nothing goes by being the last one left.
 */
export function keysGiven(segments: readonly Segment[], missing: readonly MissingKey[]): KeysGiven {
  const { clusters } = pairingOf(segments, new Set(missing.map(({ base }) => base)));
  const given = new Map<string, Secret>();
  const elsewhere: string[] = [];
  const open: { secret: Secret; among: readonly MissingKey[]; isNamed: boolean }[] = [];
  for (const { address, secrets } of clusters) {
    const among = address ? missing.filter(({ base }) => isSameHost(address.base, base)) : missing;
    if (secrets.length === 0) continue;
    if (address && among.length === 0) elsewhere.push(address.base);
    for (const secret of secrets) {
      const [same, other] = among.filter(({ hint }) => isAlike(secret, hint));
      if (same && !other && !given.has(same.id)) given.set(same.id, secret);
      // Of two keys that stand with one service, neither is more likely than the other.
      else
        open.push({
          secret,
          among,
          // A key that stands beside an encrypted address does not go unencrypted without a word.
          isNamed:
            address !== null &&
            secrets.length === 1 &&
            among.every(({ base }) => protocolOf(base) === protocolOf(address.base)),
        });
    }
  }
  const doubts: DoubtfulKey[] = [];
  for (const { secret, among, isNamed } of open) {
    const candidates = among.filter(({ id }) => !given.has(id));
    const [only] = candidates;
    if (only && isNamed && among.length === 1) given.set(only.id, secret);
    else if (only) doubts.push({ secret, candidates: candidates.map(({ id }) => id) });
  }
  const isLeft = (id: string): boolean => !given.has(id);
  return {
    given,
    elsewhere,
    doubts: doubts
      .map((doubt) => ({ ...doubt, candidates: doubt.candidates.filter(isLeft) }))
      .filter(({ candidates }) => candidates.length > 0),
  };
}

/** Looks as the key before did. A mask that shows less of its end than four characters fits too many keys. */
function isAlike({ apiKey }: Secret, hint: string): boolean {
  return /…[^…]{4}$/.test(hint) && maskKey(apiKey) === hint;
}

function protocolOf(base: string): string {
  return base.slice(0, base.indexOf(':'));
}
