import { createStore, type StoreApi } from 'zustand/vanilla';

import type { VideoProblem } from '~/core/video';
import type { Media } from '~/engine/media/media';
import { zipVideos, type ZipItem, type ZipNews } from '~/engine/media/zip';

import { chooseFolder, chooseZip } from './destinations';
import { saveFiles } from './save-files';
import { COLUMNS } from './table';

export type DownloadFormat = 'zip' | 'files';

/** What ended it all, though the person did not want that. */
export type Trouble = 'full' | 'refused' | 'broken';

export interface Progress {
  status: 'choosing' | 'running' | 'done' | 'stopped';
  total: number;
  /** Names of the files that are saved, by task. In a ZIP nothing is before all of it is. */
  saved: ReadonlyMap<string, string>;
  failed: ReadonlyMap<string, VideoProblem>;
  current: { key: string; share: number | null } | null;
  /** Why it stopped, where it was not the person. */
  trouble: Trouble | null;
}

export interface DownloadJob {
  readonly progress: StoreApi<Progress>;
  /** Starts with all items, or again with what is still missing. Resolves when it has ended, however. */
  start(format: DownloadFormat): Promise<void>;
  cancel(): void;
}

/** Downloads many videos, one after another. Never rejects. */
export function createDownloadJob(
  media: Media,
  items: readonly ZipItem[],
  zipName: string,
): DownloadJob {
  const progress = createStore<Progress>(() => ({
    status: 'choosing',
    total: items.length,
    saved: new Map(),
    failed: new Map(),
    current: null,
    trouble: null,
  }));
  const { getState, setState } = progress;
  let giveUp = new AbortController();
  let remaining = items;
  const news: ZipNews = {
    onProgress: (key, share) => setState({ current: { key, share } }),
    onDone: (key, name) =>
      setState(({ saved }) => ({ saved: new Map(saved).set(key, name), current: null })),
    onFailed: (key, reason) =>
      setState(({ failed }) => ({ failed: new Map(failed).set(key, reason), current: null })),
  };

  return {
    progress,
    cancel: () => giveUp.abort(),
    async start(format) {
      giveUp = new AbortController();
      const { signal } = giveUp;
      // The browser opens its chooser only in answer to a press: so before anything is fetched.
      const save = format === 'zip' ? await asZip(media, zipName) : await asFiles(media);
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
        await save(remaining, news, signal);
      } catch (error) {
        status = 'stopped';
        setState({ trouble: signal.aborted ? null : troubleOf(error) });
        // A ZIP that was broken off is no ZIP: all of it is still to be had.
        if (format === 'zip') setState({ saved: new Map() });
        // The video that was under way is not read on.
        giveUp.abort();
      }
      const { saved } = getState();
      remaining = remaining.filter(({ key }) => !saved.has(key));
      setState({ status, current: null });
    },
  };
}

/** Null where it was the person after all: in the browser's own list of downloads. */
function troubleOf(error: unknown): Trouble | null {
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

type Save = (items: readonly ZipItem[], news: ZipNews, signal: AbortSignal) => Promise<void>;

/** Null where the person closed the chooser without choosing. */
async function asZip(media: Media, name: string): Promise<Save | null> {
  const sink = await chooseZip(media, name);
  if (sink === 'given up') return null;
  return (items, news, signal) => sink(zipVideos(items, COLUMNS, news, signal), signal);
}

async function asFiles(media: Media): Promise<Save | null> {
  const folder = await chooseFolder();
  if (folder === 'given up') return null;
  return (items, news, signal) => saveFiles(media, items, folder, news, signal);
}
