import type { VideoDownload, NoVideo } from '~/core/video';
import type { Media } from '~/engine/media/media';
import { aCard, WORDS } from '~/engine/media/save/test-page';

import { createDownloadJob } from './download-job';

export type Videos = Record<string, VideoDownload | NoVideo>;

/** A job that downloads these, and what it has opened. */
export function aJob(videos: Videos, serveFile: Media['serveFile'] = () => Promise.resolve(null)) {
  const opened: string[] = [];
  const items = Object.keys(videos).map((key) => ({
    key,
    nameFor: () => `${key}.mp4`,
    cells: [key],
    card: () => Promise.resolve(aCard({ title: key })),
    open: () => {
      opened.push(key);
      return Promise.resolve(videos[key] ?? problem('not_found'));
    },
  }));
  return { opened, job: createDownloadJob({ serveFile } as Media, items, 'videos', WORDS) };
}

/** How far a job is. */
export function told({ progress }: ReturnType<typeof aJob>['job']) {
  const { saved, failed, ...rest } = progress.getState();
  return { ...rest, saved: [...saved.keys()], failed: [...failed.keys()] };
}

export function problem(reason: NoVideo['reason']): NoVideo {
  return { kind: 'problem', reason };
}
