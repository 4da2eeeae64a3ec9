import { copyText } from '~/task-view/copy';
import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { Fold } from './block';

/** The service's own words about a failure or problem, as text, folded. */
export function OwnWordsBlock({ card: { task, answer } }: { card: Card }) {
  const t = useT();
  const said = [
    [task?.failure?.message ?? null, task?.failure?.code ?? null],
    [answer.problem?.message ?? null, answer.problem?.httpStatus ?? null],
  ].filter(([message, code]) => message !== null || code !== null);
  if (said.length === 0) return null;
  return (
    <Fold title={t('details.words')}>
      {said.map(([message, code]) => (
        <p key={`${message} ${code}`} className="mb-1.5 wrap-anywhere whitespace-pre-wrap">
          {message}
          {code === null ? null : (
            <span className="block text-note text-ink-3">
              {t('details.code', { code: String(code) })}
            </span>
          )}
        </p>
      ))}
    </Fold>
  );
}

/** The whole last readable answer, folded. It was stored without keys. */
export function AnswerBlock({ card: { answer } }: { card: Card }) {
  const t = useT();
  const { raw } = answer;
  if (raw === null) {
    return (
      <Fold title={t('details.answer')}>
        <p className="text-ink-3">{t('details.answerNone')}</p>
      </Fold>
    );
  }
  const text = readable(raw);
  return (
    <Fold title={t('details.answer')}>
      <pre
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling box must be reachable by keyboard
        tabIndex={0}
        aria-label={t('details.answer')}
        className="max-h-96 overflow-auto rounded-control bg-sunken p-3 font-mono text-caption leading-normal wrap-anywhere whitespace-pre-wrap focus-ring"
      >
        {text}
      </pre>
      <Button size="sm" icon="copy" className="mt-2" onClick={() => void copyText(text)}>
        {t('details.copyAnswer')}
      </Button>
    </Fold>
  );
}

/** Indents JSON; a shortened answer is no longer valid JSON. */
function readable(raw: string): string {
  try {
    return JSON.stringify(JSON.parse(raw), null, 2);
  } catch {
    return raw;
  }
}
