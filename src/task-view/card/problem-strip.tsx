import { waitsForPerson } from '~/engine/answers/trouble';
import { problemValues, problemWords } from '~/task-view/words/problems';
import { refusalWords } from '~/task-view/words/refusal-words';
import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';

import { NextTry } from './next-try';
import { HelpButton } from './help-button';
import { ServiceWords } from './service-words';

/** Below an otherwise unchanged face: why the last look-up failed, and what happens next. */
export function ProblemStrip({ card }: { card: Card }) {
  const t = useT();
  const { answer, trouble } = card;
  if (trouble === null) return null;
  const words = problemWords(trouble);
  const values = problemValues(answer);
  const said = refusalWords(answer);
  return (
    <div
      title={t('problems.sentences', {
        first: t(words.meaning, values),
        second: t(words.advice, values),
      })}
      className={cn(
        'border-b border-line px-4 py-1.5 text-note leading-4.25',
        waitsForPerson(answer, trouble) ? 'bg-bad-soft text-bad-ink' : 'bg-run-soft text-run-ink',
      )}
    >
      <div className="flex items-center gap-2.5 max-narrow:flex-wrap">
        <Icon name="warning" />
        <p className="min-w-0 flex-1 py-1 max-narrow:basis-40">
          {t(words.title, values)} · <NextTry card={card} />
        </p>
        <HelpButton card={card} trouble={trouble} />
      </div>
      {said === null ? null : <ServiceWords words={said} />}
    </div>
  );
}
