import { SAMPLE_BASE } from '~/core/connection';
import type { BoardFile } from '~/engine/board-file/board-file';
import { fromLinkText, LONGEST_LINK } from '~/engine/board-file/link';
import { LONGEST_FILE, readBoardFile, type FileRefusal } from '~/engine/board-file/read-board-file';

/** More services than these are nobody's board: each is a question of its own before anything is added. */
const MOST_SERVICES = 20;

/** What was opened: the text of a link, or a file. */
export type SharedFrom = { link: string } | { file: File };

/** What the page's host offers. */
export interface Offer {
  services: readonly { base: string; teamKey?: boolean }[];
  otherAddresses: boolean;
}

/** What came of it. Of what is refused nothing is used. */
export type Received =
  | { kind: 'opened'; file: BoardFile; leftOut: number }
  | { kind: 'refused'; why: FileRefusal | 'cut' | 'empty' }
  /** It names services that this page does not offer. */
  | { kind: 'not-offered'; bases: readonly string[] };

/** Reads what somebody has handed over. Asks nobody; never rejects. @param home the page's own origin */
export async function readShared(
  from: SharedFrom,
  { offer, home, now }: { offer: Offer; home: string; now: number },
): Promise<Received> {
  // Before all of it is read.
  const isLarge = 'link' in from ? from.link.length > LONGEST_LINK : from.file.size > LONGEST_FILE;
  if (isLarge) return { kind: 'refused', why: 'too-large' };
  const text =
    'link' in from
      ? // Chats take the full stop behind a link for a part of it.
        await fromLinkText(/^[\w-]*/.exec(from.link)?.[0] ?? '')
      : await from.file.text().catch(() => null);
  if (text === null) return { kind: 'refused', why: 'link' in from ? 'cut' : 'other' };
  const read = readBoardFile(text, now, 'share');
  if ('refused' in read) return { kind: 'refused', why: read.refused };
  const { file } = read;
  const bases = new Set(file.tasks.map(({ base }) => base));
  if (bases.size > MOST_SERVICES) return { kind: 'refused', why: 'too-large' };
  const others = [...bases].filter((base) => !isOffered(base, offer, home));
  if (others.length > 0) return { kind: 'not-offered', bases: others };
  if (file.tasks.length === 0) return { kind: 'refused', why: 'empty' };
  return { kind: 'opened', ...read };
}

/** Whether the page's host lets people use this service. The page itself is none, nor is the sample for anybody else. */
export function isOffered(
  base: string,
  { services, otherAddresses }: Offer,
  home: string,
): boolean {
  if (services.some((one) => one.base === base)) return true;
  return otherAddresses && base !== home && base !== SAMPLE_BASE;
}
