import type { Face } from '~/task-view/words/face';
import { timesOf } from '~/core/times';
import type { Card } from '~/task-view/use-card';
import { formatDuration, formatMoment, formatPercent } from '~/i18n/format';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import type { TaskState } from '~/core/task';
import { useNow } from '~/platform/use-now';

import { Block, Rows } from './block';
import { historyOf, phasesOf, type Phase } from './history';

/** How the task went: a bar of its phases, their durations, and everything the service said, with times. */
export function HistoryBlock({ card }: { card: Card }) {
  const t = useT();
  const now = useNow(1000);
  const { tracked, answer, task, face } = card;
  const phases = phasesOf(tracked, answer, now);
  const waiting = phases.find(({ kind }) => kind === 'waiting');
  const making = phases.find(({ kind }) => kind === 'making');
  const { since, endedAt } = timesOf(tracked, answer);
  const end = ENDS[face];
  return (
    <Block title={t('details.howItWent')}>
      <Bar phases={phases} />
      <Rows
        rows={[
          [t('details.submitted'), since === task?.createdAt ? formatMoment(since, now) : null],
          [t('details.waited'), lengthOf(waiting)],
          [t(end ? 'details.madeIn' : 'details.making'), lengthOf(making)],
          [
            t(end ?? 'details.readyAt'),
            end && endedAt !== null ? formatMoment(endedAt, now) : null,
          ],
        ]}
      />
      <History card={card} now={now} />
    </Block>
  );
}

/** Phases as shares of the total; the rows below say the same in words. */
function Bar({ phases }: { phases: readonly Phase[] }) {
  if (phases.length === 0) return null;
  return (
    <div aria-hidden="true" className="mt-1 mb-2.5 flex h-2 gap-0.5 overflow-hidden rounded-full">
      {phases.map(({ kind, from, to }) => (
        <span
          key={kind}
          className={kind === 'waiting' ? 'min-w-1 bg-line' : 'min-w-1 bg-run'}
          style={{ flexGrow: to - from }}
        />
      ))}
    </div>
  );
}

function History({ card: { answer }, now }: { card: Card; now: number }) {
  const t = useT();
  const steps = historyOf(answer.sightings);
  if (steps.length === 0) return null;
  return (
    <details className="mt-2.5">
      <summary className="cursor-pointer rounded text-note text-accent focus-ring">
        {t('details.history')}
      </summary>
      <ol className="mt-1.5 flex flex-col gap-1 text-note digits">
        {steps.map((step) => (
          <li key={step.at} className="flex gap-3">
            <span className="flex-none text-ink-3">{formatMoment(step.at, now)}</span>
            <span className="min-w-0 flex-1 wrap-anywhere">
              {t(STATE_WORDS[step.state])}
              {step.word === null ? null : (
                <span className="text-ink-3"> {t('details.historyWord', { word: step.word })}</span>
              )}
            </span>
            {step.to === null || step.state === 'completed' ? null : (
              <span className="flex-none text-ink-2">
                {step.from === null || step.from === step.to
                  ? formatPercent(step.to)
                  : `${formatPercent(step.from)} – ${formatPercent(step.to)}`}
              </span>
            )}
          </li>
        ))}
      </ol>
    </details>
  );
}

function lengthOf(phase: Phase | undefined): string | null {
  return phase ? formatDuration(phase.to - phase.from) : null;
}

const ENDS: Record<Face, MessageKey | null> = {
  waiting: null,
  running: null,
  ready: 'details.readyAt',
  failed: 'details.failedAt',
  cancelled: 'details.cancelledAt',
  problem: null,
  unclear: null,
  unchecked: null,
};

const STATE_WORDS = {
  queued: 'card.face.waiting',
  running: 'card.face.running',
  completed: 'card.face.ready',
  failed: 'card.face.failed',
  cancelled: 'card.face.cancelled',
  unknown: 'card.face.unclear',
} as const satisfies Record<TaskState, MessageKey>;
