import { problemValues, problemWords } from '~/features/board/problems';
import type { Card } from '~/features/board/use-card';
import { useT } from '~/i18n/use-t';

import { Doing } from './doing';
import { HelpButton } from './help-button';
import { StillFace } from './still-face';

/** For a task about which nothing is known: what is wrong, what the page does, and the one button that helps. */
export function ProblemFace({ card }: { card: Card }) {
  const t = useT();
  if (card.trouble === null) return null;
  const words = problemWords(card.trouble);
  // The frame has no room for both, and the button gives the advice.
  const said = card.trouble === 'wants_scheme' && card.answer.problem?.message;
  return (
    <StillFace title={t(words.title, problemValues(card.answer))}>
      {said ? <q className="line-clamp-2 break-words">{said}</q> : <p>{t(words.advice)}</p>}
      <p className="mt-2 flex flex-wrap items-center justify-center gap-x-3 gap-y-1.5 text-[12.5px]">
        <Doing card={card} />
        <HelpButton card={card} trouble={card.trouble} />
      </p>
    </StillFace>
  );
}
