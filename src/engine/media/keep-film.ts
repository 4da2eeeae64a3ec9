import type { Film, NoClip } from '~/core/clip';

import { dismiss, freeName, type Shelf } from './kept-files';

/** What lies on the shelf. */
export interface Written {
  kind: 'written';
  name: string;
  bytes: number;
  type: string;
}

/**
 * Fetches a film and writes it under a free name. Rejects with the browser's error where the shelf takes no more, and
 * where the film breaks off; one that stands still breaks off by itself.
 */
export async function keepFilm(
  open: (signal: AbortSignal) => Promise<Film | NoClip>,
  shelf: Shelf,
  {
    nameFor,
    onProgress,
    signal,
  }: {
    nameFor: (type: string) => string;
    onProgress: (share: number | null) => void;
    signal: AbortSignal;
  },
): Promise<Written | NoClip> {
  const film = await open(signal);
  if (film.kind === 'problem') return film;
  onProgress(null);
  try {
    const name = await freeName(shelf, nameFor(film.type));
    const bytes = await shelf.write(name, film, onProgress, signal);
    return { kind: 'written', name, bytes, type: film.type };
  } catch (error) {
    await dismiss(film);
    throw error;
  }
}
