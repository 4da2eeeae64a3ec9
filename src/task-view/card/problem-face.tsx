import type { Trouble } from '~/engine/answers/trouble';
import { problemValues, problemWords } from '~/task-view/words/problems';
import { refusalWords } from '~/task-view/words/refusal-words';
import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';

import { NextTry } from './next-try';
import { HelpButton } from './help-button';
import { HelpMark } from './help-mark';
import { ServiceWords } from './service-words';
import { QuietFace } from './quiet-face';

/** For a task about which nothing is known: what is wrong, what the page does, and the one button that helps. */
export function ProblemFace({ card }: { card: Card }) {
  const t = useT();
  if (card.trouble === null) return null;
  const words = problemWords(card.trouble);
  const values = problemValues(card.answer);
  const said = refusalWords(card.answer);
  // The frame has no room for both, and the button gives the advice.
  const quoted = said !== null && QUOTED.has(card.trouble);
  return (
    <QuietFace title={t(words.title, values)}>
      {quoted ? (
        <ServiceWords words={said} className="mt-1 text-note" />
      ) : (
        <p>{t(words.advice, values)}</p>
      )}
      <p className="mt-2 flex flex-wrap items-center justify-center gap-x-3 gap-y-1.5 text-note">
        <NextTry card={card} />
        <span className="flex items-center">
          <HelpButton card={card} trouble={card.trouble} />
          <HelpMark met={`trouble.${card.trouble}`} />
        </span>
      </p>
      {/* Below what helps, which must be seen at once. */}
      {said === null || quoted ? null : (
        <ServiceWords words={said} className="mt-1 line-clamp-2 text-note" />
      )}
    </QuietFace>
  );
}

/** Refusals whose sentence from the service says more than the page's advice. */
const QUOTED: ReadonlySet<Trouble> = new Set([
  'wants_scheme',
  'not_for_task',
  'not_for_model',
  'no_credit',
  'other',
]);
