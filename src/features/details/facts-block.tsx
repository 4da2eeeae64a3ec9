import { SAMPLE_BASE } from '~/core/connection';
import { fullSize, lengthOf } from '~/task-view/words/facts';
import { copyText } from '~/task-view/copy';
import { shortId } from '~/core/title';
import type { Card } from '~/task-view/use-card';
import { useConnection } from '~/engine/use-engine';
import { formatAgo, formatDuration, formatMoment } from '~/i18n/format';
import { keyName } from '~/i18n/key-name';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';

import { Block, Rows } from './block';

/** What the task is, where it runs and when it was looked up. */
export function FactsBlock({ card: { tracked, task, answer } }: { card: Card }) {
  const t = useT();
  const now = useNow(1000);
  const connection = useConnection(tracked.connectionId);
  const { askedAt, nextAt } = answer;
  return (
    <Block title={t('details.facts')}>
      <Rows
        rows={[
          [t('details.model'), task?.model ?? null],
          [t('details.size'), task ? fullSize(task) : null],
          [t('details.length'), task ? lengthOf(task, t) : null],
          [
            t('details.service'),
            tracked.base === SAMPLE_BASE ? t('details.sample') : serviceName(tracked.base),
          ],
          [t('details.key'), connection ? keyName(connection, t) : null],
          [t('details.id'), <TaskId key="id" id={tracked.taskId} />],
          [t('details.shot'), tracked.shot],
          [t('details.batch'), tracked.batch?.name ?? null],
          [t('details.added'), formatMoment(tracked.addedAt, now)],
          [t('details.checked'), askedAt === null ? null : formatAgo(askedAt, now)],
          [
            t('details.nextCheck'),
            nextAt !== null && nextAt > now ? formatDuration(nextAt - now) : null,
          ],
          [t('details.expires'), task?.expiresAt ? formatMoment(task.expiresAt, now) : null],
        ]}
      />
    </Block>
  );
}

function TaskId({ id }: { id: string }) {
  const t = useT();
  return (
    <>
      <span title={id}>{shortId(id)}</span>{' '}
      <button
        type="button"
        aria-label={t('details.copyId')}
        onClick={() => void copyText(id)}
        className="cursor-pointer rounded text-accent focus-ring hover:underline"
      >
        {t('details.copy')}
      </button>
    </>
  );
}
