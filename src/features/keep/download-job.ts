import { createStore, type StoreApi } from 'zustand/vanilla';

import type { VideoProblem } from '~/core/video';
import type { Media } from '~/engine/media/media';
import type { SaveNews } from '~/engine/media/save/each-video';
import {
  indexPage,
  PageTooLarge,
  webPage,
  type PageItem,
  type PageWords,
} from '~/engine/media/save/web-page';
import { TooLargeToHold } from '~/engine/media/save/memory';
import { zipVideos, type PageBeside } from '~/engine/media/save/zip';
import type { Passing } from '~/task-view/save/to-downloads';

import { agreement } from './agreement';
import { chooseFile, chooseFolder } from './choose-destination';
import { saveFiles } from './save-files';
import { COLUMNS } from '~/task-view/save/download-table';

/** `page`: one HTML file with the videos in it. */
export type DownloadFormat = 'zip' | 'files' | 'page';

/** Why everything stopped, other than by the person. */
export type Trouble = 'full' | 'refused' | 'broken' | 'tooLarge' | 'memory';

export interface Progress {
  status: 'choosing' | 'running' | 'done' | 'stopped';
  total: number;
  /** Names of saved files, by task. A ZIP saves none before it is complete. */
  saved: ReadonlyMap<string, string>;
  failed: ReadonlyMap<string, VideoProblem>;
  current: { key: string; share: number | null } | null;
  /** It stands still until `allow`: without it, no more than so many bytes are held in memory. */
  asked: number | null;
  /** Why it stopped, unless the person stopped it. */
  trouble: Trouble | null;
}

export interface DownloadJob {
  readonly progress: StoreApi<Progress>;
  /** Starts with all items, or again with the missing ones. Resolves when it ends, for whatever reason. */
  start(format: DownloadFormat): Promise<void>;
  /** The person agrees that it goes on in memory. */
  allow(): void;
  cancel(): void;
}

/**
 * Downloads many videos, one after another. Never rejects.
 * @param name of one file, without its ending
 * @param words of a page; a ZIP has one beside the videos if they are given
 */
export function createDownloadJob(
  media: Media,
  items: readonly PageItem[],
  name: string,
  words: PageWords | null = null,
): DownloadJob {
  const progress = createStore<Progress>(() => ({
    status: 'choosing',
    total: items.length,
    saved: new Map(),
    failed: new Map(),
    current: null,
    asked: null,
    trouble: null,
  }));
  const { getState, setState } = progress;
  let giveUp = new AbortController();
  let remaining = items;
  const agreed = agreement(
    (limit) => setState({ asked: limit }),
    () => giveUp.signal,
  );
  const news: SaveNews = {
    onProgress: (key, share) => setState({ current: { key, share } }),
    onDone: (key, name) =>
      setState(({ saved }) => ({ saved: new Map(saved).set(key, name), current: null })),
    onFailed: (key, reason) =>
      setState(({ failed }) => ({ failed: new Map(failed).set(key, reason), current: null })),
  };

  return {
    progress,
    allow: agreed.give,
    cancel: () => giveUp.abort(),
    async start(format) {
      giveUp = new AbortController();
      const { signal } = giveUp;
      // The browser opens its picker only in response to a click, so do that before fetching anything.
      const save = await SAVES[format](media, name, words);
      if (save === null) return;
      setState({
        status: 'running',
        total: remaining.length,
        saved: new Map(),
        failed: new Map(),
        trouble: null,
      });
      let status: Progress['status'] = 'done';
      try {
        await save(remaining, news, { signal, mayHold: agreed.ask });
      } catch (error) {
        const isAllFailed = getState().failed.size === remaining.length;
        if (!isAllFailed) {
          status = 'stopped';
          setState({ trouble: signal.aborted ? null : troubleOf(error) });
        }
        // An incomplete file is useless, so all of it is missing again.
        if (format !== 'files') setState({ saved: new Map() });
        // Stop reading the video that was being downloaded.
        giveUp.abort();
      }
      const { saved } = getState();
      remaining = remaining.filter(({ key }) => !saved.has(key));
      setState({ status, current: null });
    },
  };
}

/** Null if the person stopped it after all, in the browser's own list of downloads. */
function troubleOf(error: unknown): Trouble | null {
  if (error instanceof PageTooLarge) return 'tooLarge';
  if (error instanceof TooLargeToHold) return 'memory';
  if (!(error instanceof DOMException)) return 'broken';
  if (error.name === 'AbortError') return null;
  return TROUBLES[error.name] ?? 'broken';
}

const TROUBLES: Readonly<Record<string, Trouble>> = {
  QuotaExceededError: 'full',
  NotAllowedError: 'refused',
  NotFoundError: 'refused',
  NoModificationAllowedError: 'refused',
};

type Save = (items: readonly PageItem[], news: SaveNews, passing: Passing) => Promise<void>;

/** How each of them is saved; null if the person cancelled the picker. */
const SAVES: Record<
  DownloadFormat,
  (media: Media, name: string, words: PageWords | null) => Promise<Save | null>
> = {
  async zip(media, name, words) {
    const sink = await chooseFile(media, `${name}.zip`, 'application/zip');
    if (sink === 'given up') return null;
    const page: PageBeside<PageItem> | null =
      words && ((all, names, signal) => indexPage(all, words, names, signal));
    return (items, news, passing) =>
      sink(zipVideos(items, COLUMNS, news, passing.signal, page), passing);
  },
  async page(media, name, words) {
    const sink = words && (await chooseFile(media, `${name}.html`, 'text/html'));
    if (!sink || sink === 'given up') return null;
    return (items, news, passing) => sink(webPage(items, words, news, passing.signal), passing);
  },
  async files(media) {
    const folder = await chooseFolder();
    if (folder === 'given up') return null;
    return (items, news, passing) => saveFiles(media, items, folder, news, passing);
  },
};
