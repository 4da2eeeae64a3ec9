import { SAMPLE_BASE } from '~/core/connection';
import type { CardFacts } from '~/engine/answers/card-of';
import { hasKeyInside, isKeyless, type CarriedTask } from '~/engine/board-file/board-file';

/** Which of some cards can be handed over, and how many cannot, by reason. */
interface Handed {
  cards: readonly CardFacts[];
  /** Of the sample board, which everybody has on their own page. */
  sample: number;
  /** What names them looks like a key. */
  keyLike: number;
}

/** Splits cards by whether they can be handed over. */
export function handed(all: readonly CardFacts[]): Handed {
  const real = all.filter(({ tracked }) => tracked.base !== SAMPLE_BASE);
  const cards = real.filter(({ tracked }) => isKeyless(tracked));
  return { cards, sample: all.length - real.length, keyLike: real.length - cards.length };
}

/** What is handed over of these cards. @param withVideos also where their videos can be watched without a key */
export function carriedOf(
  cards: readonly CardFacts[],
  withVideos: boolean,
  now: number,
): CarriedTask[] {
  return cards.map((card) => {
    const { connectionId: _key, otherConnectionIds: _keys, ...task } = card.tracked;
    return { ...task, video: withVideos ? videoOf(card, now) : undefined };
  });
}

/** Where everybody can watch a card's video; undefined if nobody can without the key, or not any more. */
export function videoOf({ state, task, video }: CardFacts, now: number): CarriedTask['video'] {
  if (state !== 'completed' || video?.kind !== 'link' || hasKeyInside(video.url)) return undefined;
  const expiresAt = task?.expiresAt ?? null;
  if (expiresAt !== null && expiresAt <= now) return undefined;
  const picture = task?.thumbnail ?? '';
  return { url: video.url, expiresAt, poster: /^https?:/i.test(picture) ? picture : null };
}
