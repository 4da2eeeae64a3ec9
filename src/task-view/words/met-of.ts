import { isEmpty } from '~/core/has-video';
import type { Card } from '~/task-view/use-card';

import type { Met } from './help-about';

/** What keeps a person from the video of this task, or makes them wait for it; null if nothing does. `now` in epoch ms. */
export function metOf(card: Card, now: number): Met | null {
  const { trouble, face, task, answer } = card;
  if (trouble !== null) return `trouble.${trouble}`;
  if (face === 'failed') return `failed.${task?.failure?.kind ?? 'unknown'}`;
  if (face === 'unclear') return 'card.unclear';
  if (face === 'running' || face === 'waiting') return 'card.slow';
  if (face !== 'ready') return null;
  if (isEmpty(answer)) return 'card.noVideo';
  return (task?.expiresAt ?? Infinity) <= now ? 'play.expired' : null;
}
