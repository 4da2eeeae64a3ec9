import { keptStore } from '~/prefs/kept-store';

import { isTimeOfDay, type QuietHours } from './quiet-hours';

/** A batch or shot whose end is not told. */
interface Muted {
  key: string;
  name: string;
}

/** What the person chose about being told. */
interface TellChoices {
  /** The page may tell; the browser must allow it too. */
  on: boolean;
  /** It has been explained, and answered. */
  asked: boolean;
  sound: boolean;
  quiet: QuietHours;
  muted: readonly Muted[];
}

const DEFAULTS: TellChoices = {
  on: false,
  asked: false,
  sound: false,
  quiet: { on: true, from: '20:00', to: '08:00' },
  muted: [],
};

const STORE = 'rushes-tell';
/** So many are remembered, by names of this length. */
const MOST_MUTED = 100;
const LONGEST = 200;

const kept = keptStore(STORE, DEFAULTS, readChoices);

export const tellChoices = kept.store;

/** Changes what another tab may have changed a moment ago. */
export const choose = kept.change;

export function mute(muted: Muted): void {
  choose((now) => {
    const others = now.muted.filter(({ key }) => key !== muted.key);
    return { muted: [...others, muted].slice(-MOST_MUTED) };
  });
}

export function unmute(key: string): void {
  choose(({ muted }) => ({ muted: muted.filter((one) => one.key !== key) }));
}

export function chooseQuiet(change: Partial<QuietHours>): void {
  choose(({ quiet }) => ({ quiet: { ...quiet, ...change } }));
}

/** Follows other tabs until the returned function is called. */
export const followChoices = kept.follow;

/** Total: what is no choice is as it was. */
export function readChoices(stored: unknown): TellChoices {
  const from = Object(stored) as Partial<Record<keyof TellChoices, unknown>>;
  const is = (value: unknown, usual: boolean): boolean =>
    typeof value === 'boolean' ? value : usual;
  const quiet = Object(from.quiet) as Partial<Record<keyof QuietHours, unknown>>;
  return {
    on: is(from.on, DEFAULTS.on),
    asked: is(from.asked, DEFAULTS.asked),
    sound: is(from.sound, DEFAULTS.sound),
    quiet: {
      on: is(quiet.on, DEFAULTS.quiet.on),
      from: isTimeOfDay(quiet.from) ? quiet.from : DEFAULTS.quiet.from,
      to: isTimeOfDay(quiet.to) ? quiet.to : DEFAULTS.quiet.to,
    },
    muted: (Array.isArray(from.muted) ? from.muted : []).flatMap(readMuted).slice(-MOST_MUTED),
  };
}

function readMuted(stored: unknown): Muted[] {
  const { key, name } = Object(stored) as Partial<Record<keyof Muted, unknown>>;
  if (typeof key !== 'string' || typeof name !== 'string') return [];
  return [{ key: key.slice(0, LONGEST), name: name.slice(0, LONGEST) }];
}
