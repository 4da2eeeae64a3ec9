import { calledBefore } from '~/features/add-tasks/recognise/keys/called';
import type { Segments } from './segments';
import { isRandom, SECRET } from '~/features/add-tasks/recognise/keys/names';
import { isKey, UUID } from '~/core/key-shapes';
import { ownNoun } from './nouns';
import { isPlainId } from './shapes';

const TOKEN =
  /(?<![A-Za-z0-9_@%$])([A-Za-z0-9][A-Za-z0-9_\-.+/~:]{18,1999}(?:={1,2}(?![A-Za-z0-9=]))?)/g;
/** Sums and commits of files. */
const SUM =
  /(?:sha-?\d*|md5|hash|etag|checksum|digest|commit|revision|integrity|signature|sig|nonce|fingerprint)["']{0,2}\s?[:=：]?\s?["']{0,2}$/i;

/** Long tokens that nobody would write, and that nothing calls a key or a task: to be masked first and asked about. */
export function claimDoubts(claims: Segments): void {
  claims.each(TOKEN, (token, start) => {
    const value = token.replace(/[.+/~:]+$/, '');
    if (value !== token || !isSecret(token) || isPlainId(token) || !isKey(token)) return null;
    if (SUM.test(claims.text.slice(Math.max(0, start - 16), start))) return 'other';
    const called = calledBefore(claims.text, start);
    if (called?.kind === 'id') return 'id';
    // `"_id": "req_…"`: what it begins with says whose it is.
    if (called?.kind === 'bare-id') return ownNoun(token) === 'junk' ? 'maybe' : 'id';
    return called?.kind === 'junk' ? 'maybe' : 'doubt';
  });
}

/** `ms-` and a UUID is a maker's key, unless the word before it is that of a task or of something else. */
function isSecret(token: string): boolean {
  return isRandom(token) || SECRET.test(token) || (MARKED.test(token) && ownNoun(token) === null);
}

const MARKED = new RegExp(`^[a-z]{2,12}-${UUID}$`);
