import type { StoreApi } from 'zustand/vanilla';

import type { ClipProblem, KeptClip, KeptPlace } from '~/core/clip';

/** Why nothing more is kept at the moment; `permission`: the browser wants the person to allow the folder again. */
export type KeepHalt = 'full' | 'permission' | 'blocked';

export interface KeepState {
  /** Kept films by `refKey`. Replaced, never mutated. */
  kept: ReadonlyMap<string, KeptClip>;
  /** Where every finished film is kept from now on; null: only what the person saves. */
  place: KeptPlace | null;
  /** The name of the chosen folder. */
  folder: string | null;
  /** Films under way by `refKey`: share that has come, 0 to 1, null where the length is not said. */
  coming: ReadonlyMap<string, number | null>;
  /** Films that could not be kept, and why. */
  failed: ReadonlyMap<string, ClipProblem>;
  halt: KeepHalt | null;
  /** Bytes used by all of this page's storage, and how many the browser allows; null where it does not say. */
  usage: { used: number; quota: number } | null;
  /** The browser promised not to clear it by itself. */
  persisted: boolean;
}

/** *Keep every finished video*: on by choice, in this browser or in a folder. */
export interface Keeping {
  readonly state: StoreApi<KeepState>;
  /** Whether this browser can write into a folder / keep files of its own. */
  readonly can: { folder: boolean; browser: boolean };
  /** Starts, moves or (null) stops; `folder` opens the browser's own chooser. Resolves to false where the person gave up. */
  setPlace(place: KeptPlace | null): Promise<boolean>;
  /** Asks for the folder's permission again, and tries again what failed. */
  resume(): Promise<void>;
  /** The kept film as a file, or null where it is gone. */
  file(key: string): Promise<File | null>;
  /** Deletes copies that are kept in this browser; files in folders are the person's. */
  remove(keys: readonly string[]): Promise<void>;
}
