import { readAddress, type GivenAddress } from '~/engine/gateway/address-template';
import type { AuthScheme } from '~/core/auth-scheme';
import type { Evidence, Segment } from '~/features/add-tasks/recognise/analysis';

/** A task as the text gives it. */
export interface FoundTask {
  taskId: string;
  label: string | null;
  shot: string | null;
  columns: Readonly<Record<string, string>>;
}

/** A key in the text. Never drawn, never stored. */
export interface Secret {
  /** As the vault keeps it; both halves of a pair are joined as `access:secret`. */
  apiKey: string;
  scheme: AuthScheme | null;
}

/**
 * What a link is by itself: an `api` by its name, the `root` of a host, a bare `host` without `https://`, or a `page`; a
 * link among words is one, too.
 */
type Looks = 'api' | 'root' | 'host' | 'page';

interface Place {
  /** Line and block, from 0; blank lines separate blocks. */
  line: number;
  block: number;
}

/** What pairing looks at, in the order of the text. */
export type Piece = Place &
  (
    | { kind: 'key'; secret: Secret }
    | { kind: 'address'; address: GivenAddress; evidence: Evidence; looks: Looks }
    | { kind: 'task'; task: FoundTask }
  );

/** The keys, addresses and tasks among the segments, with their lines and blocks. */
export function piecesOf(segments: readonly Segment[]): Piece[] {
  const pieces: Piece[] = [];
  const whole = unfolded(segments.map(({ text }) => text).join(''));
  let at = 0;
  const places = placeFinder();
  /** Words on each line, apart from what was recognised. */
  const words = new Map<number, number>();
  let access: { piece: Extract<Piece, { kind: 'key' }>; value: string } | null = null;
  for (const [index, segment] of segments.entries()) {
    const written = whole.slice(at, (at += segment.text.length));
    const place = places(written, (line, part) => {
      if (segment.kind === 'other' || segment.kind === 'maybe')
        words.set(line, (words.get(line) ?? 0) + wordsIn(part));
    });
    if (segment.kind === 'id') pieces.push({ ...place, kind: 'task', task: taskOf(segment) });
    if (segment.kind === 'address') {
      const address = addressAt(segments, index);
      const evidence = segment.evidence ?? 'link';
      const looks = looksOf(segment.value, address?.base ?? '');
      // `https://api.a.test@b.test` is b.test and means to look like the other.
      const disguised = /\/\/[^/?#\s]*@/.test(segment.text);
      if (address && !disguised)
        pieces.push({ ...place, kind: 'address', address, evidence, looks });
    }
    if (segment.kind !== 'key') continue;
    if (segment.half === 'secret' && access) {
      access.piece.secret = { apiKey: `${access.value}:${segment.value}`, scheme: 'signed-pair' };
      access = null;
      continue;
    }
    const secret = { apiKey: segment.value, scheme: segment.scheme };
    const piece = { ...place, kind: 'key' as const, secret };
    access = segment.half === 'access' ? { piece, value: segment.value } : null;
    pieces.push(piece);
  }
  return pieces.map((piece) =>
    piece.kind === 'address' && piece.looks !== 'api' && (words.get(piece.line) ?? 0) > MAX_WORDS
      ? { ...piece, looks: 'page' }
      : piece,
  );
}

/** The lines of a quoted cell, as spreadsheets copy them, belong together and not to the cells beside. Keeps every place. */
function unfolded(text: string): string {
  return text.replaceAll(
    /(?<=^|[\t,;\n])"[^"\n]*\n[^"]*"(?=[\t,;\n]|$)/g,
    (cell) => `\n${cell.slice(1, -1).replaceAll('\n', ' ')}\n`,
  );
}

/** More words than these around a link are a sentence. */
const MAX_WORDS = 2;

/** Two Chinese characters are about a word. */
function wordsIn(text: string): number {
  const han = text.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han / 2 + (text.match(/(?:(?!\p{Script=Han})\p{L}){2,}/gu)?.length ?? 0);
}

function taskOf({ value, label, shot, columns }: Segment): FoundTask {
  return { taskId: value, label, shot, columns };
}

/** Nobody serves an API from a website's `www.` without saying so. */
function looksOf(written: string, base: string): Looks {
  const [, host = '', path = ''] = /^https?:\/\/([^/]*)(.*)$/.exec(base) ?? [];
  if (/(?:^|[.-])api(?=[.-])/.test(host) || /^\/(?:open)?api(?:\/|$)/i.test(path)) return 'api';
  if (path !== '' || host.startsWith('www.')) return 'page';
  return /^https?:/i.test(written) || /:\d+$/.test(host) ? 'root' : 'host';
}

/** Keeps count of lines and blocks; must be called with every segment's text, in order. */
function placeFinder(): (text: string, each: (line: number, part: string) => void) => Place {
  let line = 0;
  let block = 0;
  let blank = true;
  let continues = false;
  return (text, each) => {
    const place = { line, block };
    for (const [index, part] of text.split('\n').entries()) {
      if (index > 0 && !continues) {
        if (blank) block += 1;
        line += 1;
        blank = true;
      }
      each(line, part);
      if (/\S/.test(part)) blank = false;
      // A command's line goes on after `\`, `^` or a backtick.
      continues = part === '' ? continues && index === 0 : /[\\^`][^\S\n]*$/.test(part);
    }
    return place;
  };
}

/** The analyser ends an address before the placeholder `{id}`; the rest of the word belongs to the address. */
function addressAt(segments: readonly Segment[], index: number): GivenAddress | null {
  const value = segments[index]?.value ?? '';
  const rest = /^\{[\w{}/?&=.%:~+-]*/.exec(segments[index + 1]?.text ?? '')?.[0] ?? '';
  const whole = readAddress(value + rest);
  if (whole?.path) return whole;
  const plain = readAddress(value);
  // The look-up of one task shows where the id goes, unless the usual path was cut off with it.
  const id = segments[index + 1]?.kind === 'id' ? (segments[index + 1]?.text ?? '') : '';
  return id !== '' && plain?.base.includes(`/${id}`)
    ? (readAddress(value.replace(id, '{id}')) ?? plain)
    : plain;
}
