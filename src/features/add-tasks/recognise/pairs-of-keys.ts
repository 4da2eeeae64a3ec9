import type { Segment } from './segment';

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
