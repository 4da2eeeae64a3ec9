import type { VideoDownload, NoVideo, Opened } from '~/core/video';

import type { LadderSources } from './ladder-sources';
import { MAX_LINKS } from './play-ladder';

/**
 * Opens a task's whole video for saving: the kept copy, the link, the link of a fresh look-up, or `/content` with the
 * key. Rejects only when `signal` is aborted.
 */
export async function openVideo(
  sources: LadderSources,
  signal: AbortSignal,
): Promise<VideoDownload | NoVideo> {
  const file = await sources.kept();
  if (file) return { kind: 'video', body: file.stream(), type: file.type, size: file.size };
  const video = sources.video();
  let failed: NoVideo | null = null;
  if (video?.kind === 'link') {
    const opened = await follow(sources, await sources.openLink(video.url, signal), signal);
    // A site without CORS headers sends none for a fresh link either.
    if (opened.kind === 'video' || opened.reason === 'blocked') return opened;
    failed = opened;
    const again = await sources.fresh();
    if (again?.kind === 'link' && again.url !== video.url) {
      const second = await follow(sources, await sources.openLink(again.url, signal), signal);
      if (second.kind === 'video') return second;
      failed = second;
    }
  }
  if (sources.openContent === null) return failed ?? { kind: 'problem', reason: 'no_key' };
  const opened = await follow(sources, await sources.openContent(signal), signal);
  return opened.kind === 'video' ? opened : (failed ?? opened);
}

async function follow(
  sources: LadderSources,
  opened: Opened,
  signal: AbortSignal,
): Promise<VideoDownload | NoVideo> {
  let now = opened;
  for (let links = 0; now.kind === 'link' && links < MAX_LINKS; links += 1) {
    now = await sources.openLink(now.url, signal);
  }
  return now.kind === 'link' ? { kind: 'problem', reason: 'not_video' } : now;
}
