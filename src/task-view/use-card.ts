import { isEmpty } from '~/core/has-video';
import { titleOf, wholeTitle } from '~/core/title';
import type { TrackedTask } from '~/core/tracked';
import { cardOf, type CardFacts } from '~/engine/answers/card-of';
import { keysOf } from '~/engine/answers/service-keys';
import { useAnswer } from '~/engine/use-answers';
import { useConnections } from '~/engine/use-engine';
import { faceOf, pillOf, type Face } from '~/task-view/words/face';

/** What the parts of a card render. */
export interface Card extends CardFacts {
  face: Face;
  pill: ReturnType<typeof pillOf>;
  title: string;
  /** Its title with its shot, for names of buttons. */
  whole: string;
}

/** What is known about a tracked task, ready to render. Makes no look-ups. */
export function useCard(tracked: TrackedTask): Card {
  const answer = useAnswer(tracked);
  const keys = useConnections((state) => keysOf(state, tracked.base));
  const facts = cardOf(tracked, answer, keys);
  const title = titleOf(tracked, answer.task);
  const face = faceOf(answer, facts.trouble);
  return {
    ...facts,
    face,
    pill: pillOf(face, facts.trouble, isEmpty(answer)),
    title,
    whole: wholeTitle(title, tracked.shot),
  };
}
