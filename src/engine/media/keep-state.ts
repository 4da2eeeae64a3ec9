import type { KeptVideo, KeptPlace } from '~/core/video';

import type { Failure } from './keeper';

/** Why nothing more is kept at the moment; `permission`: the browser wants the person to allow the folder again. */
export type KeepHalt = 'full' | 'permission' | 'blocked';

export interface KeepState {
  /** Kept videos by `refKey`. Replaced, never mutated. */
  kept: ReadonlyMap<string, KeptVideo>;
  /** Where every finished video is kept from now on; null: nowhere. */
  place: KeptPlace | null;
  /** The name of the chosen folder. */
  folder: string | null;
  /** The video under way, and the share that has come, 0 to 1, null where the length is not said. */
  coming: { key: string; share: number | null } | null;
  /** Videos that could not be kept, and why. */
  failed: ReadonlyMap<string, Failure>;
  halt: KeepHalt | null;
  /** Bytes used by all of this page's storage, and how many the browser allows; null where it does not say. */
  usage: { used: number; quota: number } | null;
  /** The browser promised not to clear it by itself. */
  persisted: boolean;
}

export const NOTHING_KEPT: KeepState = {
  kept: new Map(),
  place: null,
  folder: null,
  coming: null,
  failed: new Map(),
  halt: null,
  usage: null,
  persisted: false,
};

/** What an error says about all videos, not only about the one at hand; null: nothing. */
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
