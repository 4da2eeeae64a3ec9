import * as v from 'valibot';

import { fromBase64, toBase64 } from '~/platform/base64';
import { passphraseBits } from '~/platform/passphrase-bits';
import { hasLock, LOCK, locked } from '~/prefs/locked';
import { hasUnfinished } from '~/ui/unfinished';

/** After how many minutes without a key or a pointer the page can lock itself. */
export const LOCK_MINUTES = ['5', '15', '60'] as const;
export type LockMinutes = (typeof LOCK_MINUTES)[number];

const schema = v.object({
  salt: v.string(),
  proof: v.string(),
  minutes: v.picklist(LOCK_MINUTES),
});

/** Set while the screens of all tabs are hidden. */
const HIDDEN = 'rushes-locked';
/** When somebody last touched the page in any tab, in epoch ms; written now and then. */
const TOUCHED = 'rushes-touched';
/** How often, in ms. */
const TOUCH_EVERY = 5000;

/** Sets or replaces the lock, and begins to wait for the person to be away. */
export async function setLock(passphrase: string, minutes: LockMinutes): Promise<void> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  const proof = await proofOf(passphrase, salt);
  localStorage.setItem(LOCK, JSON.stringify({ salt, proof, minutes }));
  // The next start must not begin with a picture of the board.
  localStorage.removeItem('rushes-first-sight');
  followLock();
}

/** Takes the lock away, in all tabs. */
export function removeLock(): void {
  localStorage.removeItem(LOCK);
  localStorage.removeItem(TOUCHED);
  show();
}

/** Shows the screens of all tabs again; false if it is another passphrase. */
export async function unlock(passphrase: string): Promise<boolean> {
  const lock = read();
  const isRight = lock === null || (await proofOf(passphrase, lock.salt)) === lock.proof;
  if (isRight) show();
  return isRight;
}

/** Hides the screens of all tabs now. */
export function lockNow(): void {
  if (!hasLock() || locked.getState().isLocked) return;
  localStorage.setItem(HIDDEN, 'yes');
  locked.setState({ isLocked: true });
}

function show(): void {
  localStorage.removeItem(HIDDEN);
  locked.setState({ isLocked: false });
  touch();
  wait();
}

let timer: ReturnType<typeof setTimeout> | undefined;
let isFollowing = false;
let lastAt = 0;

/** Locks the page once nobody has touched it, in any tab, for as long as the lock says; and follows the other tabs. */
export function followLock(): void {
  touch();
  wait();
  if (isFollowing) return;
  isFollowing = true;
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const) {
    addEventListener(event, onTouch, { passive: true, capture: true });
  }
  // A computer that slept has let no timer run.
  document.addEventListener('visibilitychange', look);
  addEventListener('storage', ({ key, newValue }) => {
    if (key === HIDDEN && newValue !== null && hasLock()) locked.setState({ isLocked: true });
    const isGone = (key === HIDDEN || key === LOCK) && newValue === null;
    if (isGone && localStorage.getItem(HIDDEN) === null) locked.setState({ isLocked: false });
    if (key === LOCK || isGone) wait();
  });
}

/** Whether it was too long ago is asked first: whoever wakes a computer touches it. */
function onTouch(): void {
  look();
  touch();
}

function touch(): void {
  const now = Date.now();
  if (hasLock() && now - lastAt > TOUCH_EVERY) localStorage.setItem(TOUCHED, String(now));
  lastAt = now;
}

function touchedAt(): number {
  const now = Date.now();
  const elsewhere = Number(localStorage.getItem(TOUCHED));
  // A clock that was set back says nothing of how long ago it was: then the page rather locks.
  return Math.max(0, ...[lastAt, elsewhere].filter((at) => at <= now));
}

function wait(): void {
  clearTimeout(timer);
  const lock = read();
  if (!lock || locked.getState().isLocked) return;
  timer = setTimeout(look, Math.max(1000, touchedAt() + msOf(lock.minutes) - Date.now()));
}

function look(): void {
  const lock = read();
  if (!lock || locked.getState().isLocked) return;
  // A download or a half-filled form is not thrown away: the lock comes when it is done.
  if (Date.now() - touchedAt() >= msOf(lock.minutes) && !hasUnfinished()) lockNow();
  wait();
}

function msOf(minutes: LockMinutes): number {
  return Number(minutes) * 60_000;
}

function read(): v.InferOutput<typeof schema> | null {
  try {
    const parsed = v.safeParse(schema, JSON.parse(localStorage.getItem(LOCK) ?? 'null'));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}

async function proofOf(passphrase: string, salt: string): Promise<string> {
  return toBase64(await passphraseBits(passphrase, fromBase64(salt)));
}
