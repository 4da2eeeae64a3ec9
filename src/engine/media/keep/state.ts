import type { KeptVideo, KeptPlace } from '~/core/video';

import type { Failure } from './keeper';

/** Why nothing more is kept at the moment; `permission`: the browser wants the folder to be allowed again. */
export type KeepHalt = 'full' | 'permission' | 'blocked';

/** What the screens show about kept videos. */
export interface KeepState {
  /** Kept videos by `refKey`. Replaced, never mutated. */
  kept: ReadonlyMap<string, KeptVideo>;
  /** Where every finished video is kept from now on; null keeps none. */
  place: KeptPlace | null;
  /** The person chose to keep these, though not all are kept. Replaced, never mutated. */
  wanted: ReadonlySet<string>;
  /** Name of the chosen folder. */
  folder: string | null;
  /** The video being fetched and the share loaded, 0 to 1, or null if its size is unknown. */
  coming: { key: string; share: number | null } | null;
  /** Videos that could not be kept, with the reason. */
  failed: ReadonlyMap<string, Failure>;
  halt: KeepHalt | null;
  /** Bytes used by all of this page's storage and the browser's limit; null if the browser does not say. */
  usage: { used: number; quota: number } | null;
  /** The browser promised not to clear the storage by itself. */
  persisted: boolean;
}

/** The state before the index has been read. */
export const NOTHING_KEPT: KeepState = {
  kept: new Map(),
  place: null,
  wanted: new Set(),
  folder: null,
  coming: null,
  failed: new Map(),
  halt: null,
  usage: null,
  persisted: false,
};

/** Where videos are kept now; chosen ones go into this browser unless all go elsewhere. Null if none is to be kept. */
export function placeNow({ place, wanted }: Pick<KeepState, 'place' | 'wanted'>): KeptPlace | null {
  return place ?? (wanted.size > 0 ? 'browser' : null);
}

/** What an error means for keeping as a whole; null if it concerns this video only. */
export function haltOf(error: unknown, place: KeptPlace): KeepHalt | null {
  return error instanceof DOMException ? (HALTS[place][error.name] ?? null) : null;
}

const HALTS: Readonly<Record<KeptPlace, Readonly<Record<string, KeepHalt>>>> = {
  browser: {
    QuotaExceededError: 'full',
    InvalidStateError: 'blocked',
    NotAllowedError: 'blocked',
    NotFoundError: 'blocked',
    SecurityError: 'blocked',
  },
  folder: {
    QuotaExceededError: 'full',
    InvalidStateError: 'blocked',
    NotAllowedError: 'permission',
    // The folder was moved or deleted.
    NotFoundError: 'permission',
    SecurityError: 'blocked',
  },
};
