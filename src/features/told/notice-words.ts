import { DEFAULT_VIEW, formatView } from '~/address/view';
import type { Answer } from '~/core/answer';
import { cleanText } from '~/core/clean-text';
import { NO_FILTERS, ON, withValues, type FilterName } from '~/core/filters';
import { titleOf } from '~/core/title';
import { titleUnder } from '~/core/title-under';
import type { TrackedTask } from '~/core/tracked';
import { formatDuration } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';
import { failureWords } from '~/task-view/words/failures';

import type { BatchEnd, ToldGroup } from '~/engine/answers/batch-end';

/** The longest names in a notice, in characters. */
const NAME = 60;
/** So many failed tasks are named. */
const NAMED = 3;

/** What a notice says, in the person's language. */
interface NoticeWords {
  title: string;
  body: string;
}

/** Names are the person's own; of what a service said there is nothing but a name where the person gave none. */
export function noticeWords(
  end: BatchEnd,
  answerOf: (task: TrackedTask) => Answer,
  t: Translate,
): NoticeWords {
  const { total, ready, failed, tookMs } = end;
  const counts = countsOf(end, t);
  const name = nameOf(end.group);
  const title = name === '' ? counts : t('told.of', { name, counts });
  const lines = failed
    .slice(0, NAMED)
    .map((task) =>
      t('told.why', { name: taskName(task, answerOf(task)), why: whyOf(answerOf(task), t) }),
    );
  if (failed.length > NAMED) lines.push(t('told.more', { n: failed.length - NAMED }));
  if (lines.length === 0 && ready === total && tookMs !== null && tookMs >= MINUTE)
    lines.push(t('told.took', { time: formatDuration(Math.round(tookMs / MINUTE) * MINUTE) }));
  return { title, body: lines.join('\n') };
}

/** What a notice says while the page is locked: nothing by which a passer-by learns what is made, or for whom. */
export function neutralWords(end: BatchEnd, t: Translate): NoticeWords {
  return { title: t('told.done'), body: countsOf(end, t) };
}

function countsOf({ total, ready, failed: { length: failed } }: BatchEnd, t: Translate): string {
  if (failed === 0) return t('told.readyOf', { ready, total });
  return ready > 0
    ? t('told.readyFailed', { ready, failed })
    : t('told.failedOf', { failed, total });
}

const MINUTE = 60_000;

/** A group's name as it is told, and muted; empty if it has none. */
export function nameOf({ name }: ToldGroup): string {
  return cleanText(name, NAME) ?? '';
}

/** Where a group is looked at. */
export function addressOf({ by, id }: ToldGroup): string {
  const [name, value]: [FilterName, string] = by === 'none' ? ['new', ON] : [by, id];
  return formatView({ ...DEFAULT_VIEW, filters: withValues(NO_FILTERS, name, [value]) });
}

function taskName(task: TrackedTask, { task: known }: Answer): string {
  const title = titleOf(task, known);
  const whole = task.shot ? `${task.shot.trim()}, ${titleUnder(title, task.shot)}` : title;
  return cleanText(whole.replaceAll(/\s+/g, ' '), NAME) ?? task.taskId.slice(0, NAME);
}

/** In the page's own words. */
function whyOf({ task }: Answer, t: Translate): string {
  return t(failureWords(task?.failure?.kind ?? 'unknown').title);
}
