import * as v from 'valibot';

import { hasLock, LOCK, locked } from '~/prefs/locked';

/** After how many minutes without a key or a pointer the page can lock itself. */
export const LOCK_MINUTES = ['5', '15', '60'] as const;
export type LockMinutes = (typeof LOCK_MINUTES)[number];

/** As for a backup's keys: a passphrase must not be found out by trying. */
const ROUNDS = 600_000;

const schema = v.object({
  salt: v.string(),
  proof: v.string(),
  minutes: v.picklist(LOCK_MINUTES),
});

/** Sets or replaces the lock, and begins to wait for the person to be away. */
export async function setLock(passphrase: string, minutes: LockMinutes): Promise<void> {
  const salt = toBase64(crypto.getRandomValues(new Uint8Array(16)));
  const proof = await proofOf(passphrase, salt);
  localStorage.setItem(LOCK, JSON.stringify({ salt, proof, minutes }));
  // The next start must not begin with a picture of the board.
  localStorage.removeItem('rushes-first-sight');
  watchIdle();
}

/** Takes the lock away. */
export function removeLock(): void {
  localStorage.removeItem(LOCK);
  locked.setState({ isLocked: false });
}

/** Shows the screens again; false if it is another passphrase. */
export async function unlock(passphrase: string): Promise<boolean> {
  const lock = read();
  const isRight = lock === null || (await proofOf(passphrase, lock.salt)) === lock.proof;
  if (isRight) locked.setState({ isLocked: false });
  return isRight;
}

/** Hides the screens now. */
export function lockNow(): void {
  if (hasLock()) locked.setState({ isLocked: true });
}

let timer: ReturnType<typeof setTimeout> | undefined;
let isWatching = false;
let lastAt = 0;

/** Locks the page once nobody has touched it for as long as the lock says. */
export function watchIdle(): void {
  lastAt = Date.now();
  wait();
  if (isWatching) return;
  isWatching = true;
  for (const event of ['pointerdown', 'pointermove', 'keydown', 'wheel'] as const) {
    addEventListener(event, () => (lastAt = Date.now()), { passive: true, capture: true });
  }
  // A computer that slept has let no timer run.
  document.addEventListener('visibilitychange', look);
}

function wait(): void {
  clearTimeout(timer);
  const lock = read();
  if (lock) timer = setTimeout(look, lastAt + msOf(lock.minutes) - Date.now());
}

function look(): void {
  const lock = read();
  if (!lock) return;
  if (Date.now() - lastAt >= msOf(lock.minutes)) lockNow();
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
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const start = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const bits = await crypto.subtle.deriveBits(
    {
      name: 'PBKDF2',
      hash: 'SHA-256',
      salt: Uint8Array.from(atob(salt), (letter) => letter.charCodeAt(0)),
      iterations: ROUNDS,
    },
    start,
    256,
  );
  return toBase64(new Uint8Array(bits));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
