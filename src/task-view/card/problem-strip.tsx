import { waitsForPerson } from '~/engine/answers/trouble';
import { problemValues, problemWords } from '~/task-view/words/problems';
import { refusalWords } from '~/task-view/words/refusal-words';
import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';

import { NextTry } from './next-try';
import { HelpButton } from './help-button';
import { ServiceWords } from './service-words';
import { Strip } from './strip';

/** Beside an otherwise unchanged face: why the last look-up failed, and what happens next. */
export function ProblemStrip({ card, isOver = false }: { card: Card; isOver?: boolean }) {
  const t = useT();
  const { answer, trouble } = card;
  if (trouble === null) return null;
  const words = problemWords(trouble);
  const values = problemValues(answer);
  const said = refusalWords(answer);
  return (
    <Strip
      over={!isOver ? 'nothing' : said === null ? 'facts' : 'words'}
      isBad={waitsForPerson(answer, trouble)}
      title={t(words.advice, values)}
      help={<HelpButton card={card} trouble={trouble} />}
      met={`trouble.${trouble}`}
      below={said === null ? null : <ServiceWords words={said} />}
    >
      {t(words.title, values)} · <NextTry card={card} />
    </Strip>
  );
}
