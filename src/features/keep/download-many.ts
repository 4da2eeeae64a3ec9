import { createStore, type StoreApi } from 'zustand/vanilla';

import type { ClipProblem } from '~/core/clip';
import { collect } from '~/engine/media/collect';
import { toCsv } from '~/engine/media/csv';
import { freeName, openShelf } from '~/engine/media/kept-files';
import type { Media } from '~/engine/media/media';
import { unique, zipFilms, type ZipItem } from '~/engine/media/zip';
import { saveBlob } from '~/ui/download';

import { chooseFolder, chooseZip } from './destinations';
import { COLUMNS } from './table';

export type Way = 'zip' | 'files';

export interface Progress {
  status: 'choosing' | 'running' | 'done' | 'stopped';
  total: number;
  /** Names of the files that are saved, by task. */
  saved: ReadonlyMap<string, string>;
  failed: ReadonlyMap<string, ClipProblem>;
  current: { key: string; share: number | null } | null;
}

export interface DownloadJob {
  readonly progress: StoreApi<Progress>;
  /** Starts with all items, or again with what is still missing. Resolves when it has ended, however. */
  start(way: Way): Promise<void>;
  cancel(): void;
}

/** Downloads many films, one after another. Never rejects. */
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
  }));
  let giveUp = new AbortController();
  let remaining = items;
  const news = {
    onProgress: (key: string, share: number | null) =>
      progress.setState({ current: { key, share } }),
    onDone: (key: string, name: string) =>
      progress.setState(({ saved }) => ({ saved: new Map(saved).set(key, name), current: null })),
    onFailed: (key: string, reason: ClipProblem) =>
      progress.setState(({ failed }) => ({
        failed: new Map(failed).set(key, reason),
        current: null,
      })),
  };

  return {
    progress,
    cancel: () => giveUp.abort(),
    async start(way) {
      const wanted = remaining;
      giveUp = new AbortController();
      const { signal } = giveUp;
      // The browser opens its chooser only in answer to a press: so before anything is fetched.
      const save = way === 'zip' ? await asZip(media, zipName) : await asFiles();
      if (save === null) return;
      progress.setState({
        status: 'running',
        total: wanted.length,
        saved: new Map(),
        failed: new Map(),
      });
      let stopped = false;
      try {
        await save(wanted, news, signal);
      } catch (error) {
        // The person stopped it, here or in the browser's own list of downloads.
        stopped = signal.aborted || (error instanceof DOMException && error.name === 'AbortError');
        const { saved, failed } = progress.getState();
        // The disk may be full, or the folder gone.
        for (const { key } of stopped ? [] : wanted) {
          if (!saved.has(key) && !failed.has(key)) news.onFailed(key, 'unreachable');
        }
      }
      const { saved, failed } = progress.getState();
      // A ZIP that was broken off is no ZIP: all of it is still to be had.
      remaining = wanted.filter(
        ({ key }) => failed.has(key) || (stopped && (way === 'zip' || !saved.has(key))),
      );
      progress.setState({ status: stopped ? 'stopped' : 'done', current: null });
    },
  };
}

type News = Parameters<typeof zipFilms>[2];
type Save = (items: readonly ZipItem[], news: News, signal: AbortSignal) => Promise<void>;

/** Null where the person closed the chooser without choosing. */
async function asZip(media: Media, name: string): Promise<Save | null> {
  const sink = await chooseZip(media, name);
  if (sink === 'given up') return null;
  return (items, news, signal) => sink(zipFilms(items, COLUMNS, news, signal), signal);
}

async function asFiles(): Promise<Save | null> {
  const folder = await chooseFolder();
  if (folder === 'given up') return null;
  return (items, news, signal) => saveFiles(items, folder, news, signal);
}

/** Files one by one: into a folder, or as downloads where the browser has no folders. */
async function saveFiles(
  items: readonly ZipItem[],
  folder: FileSystemDirectoryHandle | null,
  news: News,
  signal: AbortSignal,
): Promise<void> {
  const shelf = folder && openShelf(folder);
  const table: (string | null)[][] = [[...COLUMNS]];
  const taken = new Set<string>();
  for (const item of items) {
    signal.throwIfAborted();
    const film = await item.open(signal);
    if (film.kind === 'problem') {
      news.onFailed(item.key, film.reason);
      table.push([...item.cells, null, film.reason]);
      continue;
    }
    const onProgress = (share: number | null): void => news.onProgress(item.key, share);
    let name = unique(item.nameFor(film.type), taken);
    try {
      if (shelf) {
        name = await freeName(shelf, name);
        await shelf.write(name, film, onProgress, signal);
      } else {
        const blob = await collect(film, Infinity, onProgress);
        signal.throwIfAborted();
        if (blob) saveBlob(blob, name);
      }
    } catch (error) {
      // One film that breaks off is its own trouble; a full disk or a lost folder is everybody's.
      if (signal.aborted || error instanceof DOMException) throw error;
      news.onFailed(item.key, 'unreachable');
      table.push([...item.cells, null, 'unreachable']);
      continue;
    }
    news.onDone(item.key, name);
    table.push([...item.cells, name, null]);
  }
  const csv = new Blob([toCsv(table)], { type: 'text/csv' });
  if (folder && shelf) {
    const body = csv.stream();
    const name = await freeName(shelf, 'videos.csv');
    await shelf.write(
      name,
      { kind: 'film', body, type: csv.type, size: csv.size },
      () => {},
      signal,
    );
  } else saveBlob(csv, 'videos.csv');
}
