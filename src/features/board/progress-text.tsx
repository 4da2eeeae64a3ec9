import { useMemo } from 'react';

import { useBoardIndex, useStandings } from '~/engine/use-board';
import { useEngine } from '~/engine/use-engine';
import { formatRoughly } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';
import { ProgressBar } from '~/ui/progress-bar';

import { overallOf, type Overall } from './overall';

/** How far the whole board is. */
export function ProgressText() {
  const t = useT();
  const { usual } = useEngine();
  const board = useBoardIndex();
  const standings = useStandings();
  const now = useNow(1000);
  // Many running tasks take a while to estimate: once a second, not for each of their answers.
  const overall = useMemo(
    () => overallOf(standings, board.running(), usual, now),
    [standings, board, usual, now],
  );
  return (
    <>
      <span className="leading-9 whitespace-nowrap text-ink-2 digits">
        {overallText(overall, t)}
      </span>
      {overall.running > 0 ? (
        <ProgressBar
          label={t('board.overall')}
          value={overall.percent}
          className="w-37.5 self-center"
        />
      ) : null}
    </>
  );
}

function overallText({ ready, total, running, leftMs }: Overall, t: Translate): string {
  if (leftMs !== null) return t('board.allReadyIn', { time: formatRoughly(leftMs) });
  if (running === 0 && ready === total) return t('board.allReady', { n: total });
  return t('board.someReady', { ready, total });
}
