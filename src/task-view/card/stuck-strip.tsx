import { estimate } from '~/engine/look-ups/forecast/estimate';
import { useEngine } from '~/engine/use-engine';
import { useNow } from '~/platform/use-now';
import type { Card } from '~/task-view/use-card';
import { lateCode } from '~/ui/late-code';

/** How often, in ms, a card checks whether its task is stuck; that takes many minutes. */
const LOOK_MS = 15_000;

/** Says that nothing has changed for far longer than usual, and offers a note for the service's support. */
export function StuckStrip({ card, isOver = false }: { card: Card; isOver?: boolean }) {
  const engine = useEngine();
  const now = useNow(LOOK_MS);
  const { tracked, answer, trouble } = card;
  const { stillMs } = estimate(answer, engine.usual(tracked), now);
  const isStuck = trouble === null && stillMs !== null;
  const late = useWords(isStuck);
  return late && isStuck ? <late.StuckWords card={card} isOver={isOver} stillMs={stillMs} /> : null;
}

const useWords = lateCode(() => import('./stuck-words'));
