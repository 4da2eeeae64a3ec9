import type { Film, NoClip } from '~/core/clip';

import { dismiss, freeName, type Shelf } from './kept-files';
import type { After } from './keep-turns';

/** A film that brings no byte for so long, in ms, must not keep all others waiting. */
export const STALL_MS = 60_000;

/** What lies on the shelf. */
export interface Written {
  kind: 'written';
  name: string;
  bytes: number;
  type: string;
}

/**
 * Fetches a film and writes it under a free name. Rejects with the browser's error where the shelf takes no more, and
 * where the film breaks off or stands still for `STALL_MS`.
 */
export async function keepFilm(
  open: (signal: AbortSignal) => Promise<Film | NoClip>,
  shelf: Shelf,
  {
    nameFor,
    onProgress,
    signal,
    after,
  }: {
    nameFor: (type: string) => string;
    onProgress: (share: number | null) => void;
    signal: AbortSignal;
    after: After;
  },
): Promise<Written | NoClip> {
  const watch = watchStall(signal, after);
  let film: Film | NoClip | null = null;
  try {
    film = await open(watch.signal);
    if (film.kind === 'problem') return film;
    onProgress(null);
    const name = await freeName(shelf, nameFor(film.type));
    const count = (share: number | null): void => {
      watch.alive();
      onProgress(share);
    };
    const bytes = await shelf.write(name, film, count, watch.signal);
    return { kind: 'written', name, bytes, type: film.type };
  } catch (error) {
    if (film?.kind === 'film') await dismiss(film);
    throw error;
  } finally {
    watch.stop();
  }
}

/** A signal that is aborted with `outer`, or when nothing was alive for `STALL_MS`. */
function watchStall(outer: AbortSignal, after: After) {
  const stalled = new AbortController();
  const begin = () => after(STALL_MS, () => stalled.abort(new Error('the film stands still')));
  let stop = begin();
  return {
    signal: AbortSignal.any([outer, stalled.signal]),
    alive() {
      stop();
      stop = begin();
    },
    stop: () => stop(),
  };
}
