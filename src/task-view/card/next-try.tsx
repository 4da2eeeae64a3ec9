import { waitsForKey } from '~/engine/answers/trouble';
import type { Card } from '~/task-view/use-card';
import { useEngineStatus } from '~/engine/use-engine';
import { formatDuration } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';

/** What the page is doing about a look-up problem: "Trying again in 20 s". */
export function NextTry({ card: { answer, trouble } }: { card: Card }) {
  const t = useT();
  const now = useNow(1000);
  const paused = useEngineStatus((status) => status.paused || !status.online);
  const { nextAt } = answer;
  if (trouble === 'not_let_in') return t('problems.doing.signIn');
  if (trouble === 'wants_scheme') return t('problems.doing.choice');
  if (waitsForKey(trouble)) return t('problems.doing.key');
  if (nextAt === null) return t('problems.doing.stopped');
  if (paused) return t('problems.doing.paused');
  if (nextAt - now < 1000) return t('problems.doing.now');
  return (
    <span className="digits">
      {t('problems.doing.retry', { time: formatDuration(nextAt - now) })}
    </span>
  );
}
