import { refKey } from '~/core/answer';
import { goesOn } from '~/engine/answers/batch-end';
import type { FeedParts } from '~/engine/feeds/follow-feeds';

/** A process runs for months: of more tasks than these, the oldest that have ended are forgotten. */
const MOST = 20_000;

/** Forgets them as new ones come. Feeds that still name them do not bring them back. */
export function forgetOldest({ state, bus }: Pick<FeedParts, 'state' | 'bus'>, most = MOST): void {
  bus.on('added', () => {
    const { tasks } = state.tracked.getState();
    const over = tasks.size - most;
    if (over <= 0) return;
    const ended = [...tasks.values()].filter((task) => !goesOn(state.answers.get(task)));
    bus.emit({ type: 'removed', keys: ended.slice(0, over).map(refKey) });
  });
}
