import type { Segments } from '~/features/add-tasks/recognise/segments';
import type { Segment } from '~/features/add-tasks/recognise/analysis';

/** The access keys of clouds, by their beginnings, and the secret that is written behind it as one word. */
const GLUED =
  /(?<![A-Za-z0-9])((?:AKIA|ASIA|AKLT|LTAI|AKID)[A-Za-z0-9]{12,60}={0,2})[:/|]([A-Za-z0-9][A-Za-z0-9+/_-]{14,200}={0,2})(?![A-Za-z0-9+/=])/g;

/** `AKLT…:secret`: both halves are keys. */
export function claimGluedPairs(claims: Segments): void {
  for (const { 0: pair, 1: access = '', 2: secret = '', index } of claims.text.matchAll(GLUED)) {
    const end = index + pair.length;
    claims.claim('key', index, index + access.length, access, { half: 'access' });
    claims.claim('key', end - secret.length, end, secret, { half: 'secret' });
  }
}

/** An access key and a secret key are sent as one signature; half a pair is a key like any other. */
export function withPairs(segments: readonly Segment[]): Segment[] {
  const halves = segments.map((segment, index) => {
    const first = segments[index - 2];
    const isSecond = first?.kind === 'key' && first.half === 'access' && segment.half !== 'secret';
    const isNext = /^[\s/,，、|"'}]{1,6}$/.test(segments[index - 1]?.text ?? '');
    return segment.kind === 'key' && isSecond && isNext ? 'secret' : segment.half;
  });
  const isPair = halves.includes('access') && halves.includes('secret');
  return segments.map((segment, index) => {
    const half = isPair ? (halves[index] ?? null) : null;
    if (segment.half === half && half === null) return segment;
    return { ...segment, half, scheme: half === null ? segment.scheme : 'signed-pair' };
  });
}
