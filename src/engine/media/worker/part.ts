import { PIECE_BYTES, type ByteRange } from './range';

/** What a `Content-Range` says; a number that it leaves open is null. */
interface Part {
  start: number | null;
  end: number | null;
  total: number | null;
}

/** Null if the header is missing, or hidden by CORS as mostly; `NaN` where it makes no sense. */
export function readPart(headers: Headers): Part | null {
  const header = headers.get('content-range');
  if (header === null) return null;
  const found = /^bytes (?:(\d+)-(\d+)|\*)\/(?:(\d+)|\*)$/i.exec(header.trim());
  if (!found) return { start: NaN, end: NaN, total: null };
  const [start = null, end = null, total = null] = found
    .slice(1)
    .map((digits: string | undefined) => (digits === undefined ? null : Number(digits)));
  return { start, end, total };
}

/**
 * Whether a 206 can be what was asked for, as far as its headers tell. Where a piece ends with the total just where it
 * was asked to, the server may take the piece for the whole.
 * @param total the length in bytes, if it was known before
 */
export function isSound(
  headers: Headers,
  told: Part | null,
  wanted: ByteRange,
  total: number | null,
): boolean {
  if (headers.has('content-encoding')) return false;
  if (told === null) return true;
  const { start, end } = told;
  if (start !== wanted.start || end === null || end < start) return false;
  if (told.total !== null && told.total !== (total ?? told.total)) return false;
  if (total === null && told.total === PIECE_BYTES) return false;
  if (end >= (total ?? Infinity)) return false;
  const length = lengthOf(headers);
  return length === null || length === end - start + 1;
}

/** The last byte that a 206 says it holds. */
export function endOf(
  headers: Headers,
  told: Part | null,
  wanted: ByteRange & { end: number },
): number {
  const length = lengthOf(headers);
  return told?.end ?? (length === null ? wanted.end : wanted.start + length - 1);
}

function lengthOf(headers: Headers): number | null {
  const header = headers.get('content-length');
  return header === null ? null : Number(header);
}
