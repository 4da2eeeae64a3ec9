import type { PlayLadderOptions, PlayLadder, VideoDownload, Opened } from '~/core/video';

import type { LadderSources } from './ladder-sources';
import { createPlayLadder } from './play-ladder';
import type { VideoStream, StreamFault } from './streams';

/** Of the task's video. */
export const LINK = 'https://cdn.test/v.mp4';

/** A ladder to a video with a link that leads nowhere, unless told otherwise. */
export function start(
  sources: Partial<LadderSources>,
  options: PlayLadderOptions = {},
): PlayLadder {
  return createPlayLadder(
    {
      kept: () => Promise.resolve(null),
      video: () => ({ kind: 'link', url: LINK }),
      fresh: () => Promise.resolve(null),
      openLink: says({}),
      openContent: () => Promise.resolve(problem('not_found')),
      stream: () => Promise.resolve(null),
      readFault: () => Promise.resolve(problem('not_video')),
      unreadableHosts: new Set(),
      ...sources,
    },
    options,
  );
}

export function says(answers: Record<string, Opened>): LadderSources['openLink'] {
  return (url) => Promise.resolve(answers[url] ?? problem('unreachable'));
}

export async function urls(ladder: PlayLadder, count: number): Promise<string[]> {
  const seen: string[] = [];
  while (seen.length < count) {
    const next = await ladder.next();
    if (next.kind === 'problem') throw new Error(`no more sources: ${next.reason}`);
    seen.push(next.url);
  }
  return seen;
}

export function aStream(fault: StreamFault | null): VideoStream {
  return { url: 'clip/1', fault: () => Promise.resolve(fault), close: () => {} };
}

export function video(bytes: number, size = bytes): VideoDownload {
  const body = new Blob([new Uint8Array(bytes)]).stream();
  return { kind: 'video', body, type: 'video/mp4', size };
}

export function problem<T>(reason: T) {
  return { kind: 'problem', reason } as const;
}
