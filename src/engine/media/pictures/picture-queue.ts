import { refKey, type TaskRef } from '~/core/answer';
import { savesData } from '~/platform/saves-data';
import { within } from '~/platform/within';

import { MOST, type Allowance } from './read-start';
import type { Outcome } from './take-picture';

/** A finished video without a picture. */
interface Wanted {
  ref: TaskRef;
  /** Where its picture would come from: another source is another try. */
  source: string;
  /** Its card. */
  card: Element;
}

/** Takes pictures of the cards on the screen, one at a time, while nothing else goes on. */
export interface PictureQueue {
  /** The returned function says that the card is gone, or has a picture. */
  watch(wanted: Wanted): () => void;
}

/** How long after a video was seen to play it is looked at again, in ms. */
const AGAIN_MS = 1000;
/** How long one picture may take, in ms. */
const MOST_MS = 40_000;
/** How long a page that is never idle keeps pictures waiting, in ms. */
const IDLE_MS = 5000;
/** How long a try that came to nothing waits for the next, in ms: each time twice as long, and so many times. */
const LATER_MS = 2000;
const TRIES = 6;

/** @param take rejects only when it was told to stop */
export function createPictureQueue(
  take: (ref: TaskRef, allowance: Allowance, signal: AbortSignal) => Promise<Outcome>,
): PictureQueue {
  const wanted = new Map<Element, Wanted>();
  const seen = new Set<Element>();
  const tried = new Set<string>();
  /** What each video has cost: a try that was broken off is no reason to pay twice. */
  const allowances = new Map<string, Allowance>();
  const tries = new Map<string, number>();
  let running: AbortController | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const next = (): void => {
    if (running || document.hidden || savesData() || !navigator.onLine) return;
    const card = [...seen].find((one) => !tried.has(nameOf(wanted.get(one))));
    const one = card && wanted.get(card);
    if (!one) return;
    if (isPlaying()) return later();
    running = new AbortController();
    void run(one, running).finally(() => {
      running = null;
      next();
    });
  };
  const later = (): void => {
    clearTimeout(timer);
    timer = setTimeout(next, AGAIN_MS);
  };
  const run = async (one: Wanted, own: AbortController): Promise<void> => {
    await idle();
    // Meanwhile it may have left, or a video may play.
    if (own.signal.aborted || !seen.has(one.card) || document.hidden) return;
    const key = refKey(one.ref);
    const allowance = allowances.get(key) ?? { left: MOST };
    allowances.set(key, allowance);
    const taken = take(one.ref, allowance, own.signal).catch(() => null);
    const outcome = await within(MOST_MS, taken);
    if (own.signal.aborted) return;
    // A host that never answers holds up no other picture.
    own.abort();
    if (outcome === 'none' || outcome === 'gone') tried.add(nameOf(one));
    else seen.delete(one.card);
    if (outcome === 'later' || outcome === null) tryLater(one);
  };
  const tryLater = (one: Wanted): void => {
    const before = tries.get(nameOf(one)) ?? 0;
    tries.set(nameOf(one), before + 1);
    if (before === TRIES) return;
    setTimeout(
      () => {
        if (wanted.get(one.card) !== one) return;
        // Told anew whether it is on the screen.
        observer.unobserve(one.card);
        observer.observe(one.card);
      },
      LATER_MS * 2 ** before,
    );
  };

  const observer = new IntersectionObserver((entries) => {
    for (const { target, isIntersecting } of entries) {
      if (isIntersecting) seen.add(target);
      else seen.delete(target);
    }
    next();
  });
  document.addEventListener('visibilitychange', next);
  // None of these bubbles.
  for (const begins of ['loadstart', 'play'])
    document.addEventListener(begins, () => running?.abort(), true);

  return {
    watch(one) {
      wanted.set(one.card, one);
      observer.observe(one.card);
      return () => {
        observer.unobserve(one.card);
        wanted.delete(one.card);
        seen.delete(one.card);
      };
    },
  };
}

function nameOf(wanted: Wanted | undefined): string {
  return wanted ? `${refKey(wanted.ref)} ${wanted.source}` : '';
}

/** Those of the page; what pictures are taken from is not in it. */
function isPlaying(): boolean {
  return [...document.querySelectorAll('video')].some(({ paused, ended }) => !paused && !ended);
}

function idle(): Promise<unknown> {
  return new Promise((resolve) => {
    // WebKit has none.
    if (typeof requestIdleCallback === 'undefined') setTimeout(resolve, AGAIN_MS / 5);
    else requestIdleCallback(resolve, { timeout: IDLE_MS });
  });
}
