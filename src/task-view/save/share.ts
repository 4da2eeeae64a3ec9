import { collect } from '~/engine/media/save/collect';
import { unique, type SaveItem } from '~/engine/media/save/each-video';
import { UNASKED } from '~/engine/media/save/memory';

/** What the system's share sheet takes from this page: files, or at least text; null where there is none. */
export function canShare(): 'files' | 'text' | null {
  if (!('share' in navigator)) return null;
  const sample = new File([], 'a.mp4', { type: 'video/mp4' });
  return 'canShare' in navigator && navigator.canShare({ files: [sample] }) ? 'files' : 'text';
}

interface Fetched {
  files: File[];
  /** How many could not be fetched. */
  missed: number;
  /** Together they are more than can be held: then there are none. */
  tooLarge: boolean;
}

/** Fetches videos to hand them to the share sheet. Rejects only when aborted. */
export async function filesToShare(
  items: readonly Pick<SaveItem, 'open' | 'nameFor'>[],
  onNext: (n: number) => void,
  signal: AbortSignal,
): Promise<Fetched> {
  const files: File[] = [];
  const taken = new Set<string>();
  // They are held in memory, of which a phone has little.
  let room = UNASKED.several;
  for (const [at, { open, nameFor }] of items.entries()) {
    onNext(at + 1);
    const video = await open(signal);
    signal.throwIfAborted();
    if (video.kind === 'problem') continue;
    const blob = await collect(video, room, () => {}).catch(() => undefined);
    signal.throwIfAborted();
    if (blob === null) return { files: [], missed: 0, tooLarge: true };
    if (blob === undefined) continue;
    room -= blob.size;
    files.push(new File([blob], unique(nameFor(video.type), taken), { type: video.type }));
  }
  return { files, missed: items.length - files.length, tooLarge: false };
}

/** Opens the share sheet. `again`: the browser wants another press first; `closed`: the person changed their mind. */
export async function share(data: ShareData): Promise<'shared' | 'again' | 'closed' | 'failed'> {
  try {
    await navigator.share(data);
    return 'shared';
  } catch (error) {
    const name = error instanceof DOMException ? error.name : '';
    if (name === 'AbortError') return 'closed';
    return name === 'NotAllowedError' || name === 'InvalidStateError' ? 'again' : 'failed';
  }
}
