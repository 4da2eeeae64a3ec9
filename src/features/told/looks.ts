import type { Away } from '~/engine/answers/end';
import { locked } from '~/prefs/locked';

/** When a tab of this page was last looked at; the same for all tabs. Times are epoch ms. */
export interface Looks {
  /** One was visible then; 0 if never. */
  seenAt: number;
  /** One had the keyboard then: the person worked in it. */
  usedAt: number;
  /** The tab that has it now; null if none has. */
  tab: string | null;
}

const NO_LOOKS: Looks = { seenAt: 0, usedAt: 0, tab: null };
const NAME = 'rushes-looks';
/** How often a tab that is looked at says so, in ms. */
const BEAT_MS = 5000;
/** A tab that has not said so for this long is gone. */
const GONE_MS = 3 * BEAT_MS;
/** Shorter absences are none, in ms: from a page that is open, and from one that was closed. A reload takes less. */
const AWAY_MS = 5 * 60_000;
const CLOSED_MS = 10_000;

/** Whether the person works in a tab of this page. */
export function isUsed({ tab, usedAt }: Looks, now: number): boolean {
  return tab !== null && now - usedAt < GONE_MS;
}

/** How long nobody looked; null if that was too short to speak of. @param isStart the page was opened */
export function awayBefore({ seenAt }: Looks, now: number, isStart: boolean): Away | null {
  const isLong = now - seenAt >= (isStart ? CLOSED_MS : AWAY_MS);
  return seenAt > 0 && isLong ? { from: seenAt, to: now } : null;
}

type Store = Pick<Storage, 'getItem' | 'setItem'> | null;

/** Total: whatever was stored. */
export function readLooks(store: Store): Looks {
  try {
    const { seenAt, usedAt, tab } = Object(JSON.parse(store?.getItem(NAME) ?? 'null')) as Partial<
      Record<keyof Looks, unknown>
    >;
    return {
      seenAt: typeof seenAt === 'number' ? seenAt : 0,
      usedAt: typeof usedAt === 'number' ? usedAt : 0,
      tab: typeof tab === 'string' ? tab : null,
    };
  } catch {
    return NO_LOOKS;
  }
}

/** What a tab stores when it is looked at, used or left. Of another tab, it only ends what that one has. */
export function withLook(
  before: Looks,
  { tab, isVisible, isUsed: isOwn }: { tab: string; isVisible: boolean; isUsed: boolean },
  now: number,
): Looks {
  const seenAt = isVisible ? now : before.seenAt;
  if (isOwn) return { seenAt, usedAt: now, tab };
  // Left, it was used until now; another tab of this page may have told first that it is.
  return before.tab === tab
    ? { seenAt, usedAt: isUsed(before, now) ? now : before.usedAt, tab: null }
    : { ...before, seenAt };
}

/** Whether this tab shows its tasks: it does not in the background, and not behind the lock. */
export function isSeen(): boolean {
  return document.visibilityState === 'visible' && !locked.getState().isLocked;
}

interface LooksOptions {
  store: Store;
  tab: string;
  now: () => number;
  /** The person is back, or looks at the page for the first time since it was opened. */
  onBack: (away: Away) => void;
  /** This or another tab is looked at. */
  onSeen: () => void;
}

/** Tells when this tab is looked at, and hears the others. The returned function ends it. */
export function followLooks({ store, tab, now, onBack, onSeen }: LooksOptions): () => void {
  let isStart = true;
  let wasSeen = isSeen();
  const tell = (isVisible = isSeen()): void => {
    const before = readLooks(store);
    const time = now();
    // A computer that slept hid no page.
    const away = isVisible ? awayBefore(before, time, isStart) : null;
    const look = { tab, isVisible, isUsed: isVisible && document.hasFocus() };
    write(store, withLook(before, look, time));
    if (!isVisible) return;
    isStart = false;
    onSeen();
    if (away) onBack(away);
  };
  const changed = (): void => {
    // Until now it was.
    if (wasSeen && !isSeen()) tell(true);
    wasSeen = isSeen();
    tell();
  };
  const left = (): void => tell(false);
  const looked = (): void => tell();
  const heard = ({ key }: StorageEvent): void => {
    if (key === NAME && now() - readLooks(store).seenAt < BEAT_MS) onSeen();
  };
  tell();
  const beat = setInterval(() => isSeen() && tell(), BEAT_MS);
  const stopLock = locked.subscribe(changed);
  document.addEventListener('visibilitychange', changed);
  for (const event of ['focus', 'blur'] as const) addEventListener(event, looked);
  addEventListener('pagehide', left);
  addEventListener('storage', heard);
  return () => {
    clearInterval(beat);
    stopLock();
    document.removeEventListener('visibilitychange', changed);
    for (const event of ['focus', 'blur'] as const) removeEventListener(event, looked);
    removeEventListener('pagehide', left);
    removeEventListener('storage', heard);
  };
}

function write(store: Store, looks: Looks): void {
  try {
    store?.setItem(NAME, JSON.stringify(looks));
  } catch {
    // Full or forbidden: then this tab alone knows.
  }
}
