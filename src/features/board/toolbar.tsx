import { useMemo } from 'react';

import { useBoardIndex, useStandings } from '~/engine/use-board';
import { useEngine, useEngineStatus, useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { IconButton } from '~/ui/icon-button';
import { ProgressBar } from '~/ui/progress-bar';
import { Segmented } from '~/ui/segmented';
import { Select } from '~/ui/select';
import { useNow } from '~/platform/use-now';
import { formatRoughly } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';

import type { Arranged } from '~/engine/answers/board-order';
import { Chips } from './chips';
import { DensitySwitch, sortOptions } from './density-switch';
import { overallOf, type Overall } from './overall';
import { changeView } from '~/address/use-view';
import { headingOf, type GroupBy, type NamedGrouping } from '~/core/group-by';
import { groupingsOf } from '~/core/groupings';
import { SHOWS } from '~/core/standing';
import type { View } from '~/address/view';
import { chooseGrouping } from '~/task-view/grouping';

/** Filter, overall progress and sort order. */
export function Toolbar({
  view,
  by,
  counts,
  ready,
  onDownload,
}: {
  view: View;
  by: GroupBy;
  counts: Arranged['counts'];
  /** How many of the shown tasks have a video. */
  ready: number;
  onDownload: () => void;
}) {
  const t = useT();
  return (
    <div className="mb-4.5 flex flex-wrap items-center gap-3">
      <Segmented
        label={t('board.show')}
        value={view.show}
        onChange={(show) => changeView({ show })}
        options={SHOWS.map((show) => ({
          value: show,
          label: t(`board.${show}`),
          count: counts[show],
        }))}
        className="max-sm:w-full"
      />
      <Chips view={view} />
      <Progress />
      <div className="ml-auto flex flex-wrap items-center justify-end gap-2">
        <IconButton
          icon="download"
          label={t(ready > 0 ? 'board.download' : 'board.downloadNone')}
          disabled={ready === 0}
          onClick={onDownload}
        />
        <PauseButton />
        <DensitySwitch />
        <GroupSelect by={by} />
        <Select
          label={t('board.sort')}
          inside
          className={QUIET_LABEL}
          value={view.sort}
          onChange={(sort) => changeView({ sort })}
          options={sortOptions(view.sort, t)}
        />
      </div>
    </div>
  );
}

/** On a phone there is only room for what is chosen. */
const QUIET_LABEL = 'max-sm:*:first:sr-only';

/** What the cards are grouped by: whatever some of them have. */
function GroupSelect({ by }: { by: GroupBy }) {
  const t = useT();
  const groupings = useTracked(({ tasks }) => groupingsOf(tasks));
  return (
    <Select
      inside
      className={QUIET_LABEL}
      label={t('board.group')}
      value={by}
      onChange={(next) => chooseGrouping(next)}
      options={groupings.map((value) => ({ value, label: groupingWord(value, t) }))}
    />
  );
}

function groupingWord(by: GroupBy, t: Translate): string {
  return headingOf(by) ?? t(`board.group.${by as NamedGrouping}`);
}

/** Pauses and resumes all look-ups. */
function PauseButton() {
  const t = useT();
  const engine = useEngine();
  const paused = useEngineStatus((status) => status.paused);
  return (
    <IconButton
      label={t(paused ? 'board.resume' : 'board.pause')}
      icon={paused ? 'play' : 'pause'}
      onClick={() => engine.setPaused(!paused)}
    />
  );
}

function Progress() {
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
    <div className="flex items-center gap-2.5 text-ink-2 digits">
      {overall.running > 0 ? (
        <ProgressBar
          label={t('board.overall')}
          value={overall.percent}
          className="w-37.5 max-lg:hidden"
        />
      ) : null}
      <span>{overallText(overall, t)}</span>
    </div>
  );
}

function overallText({ ready, total, running, leftMs }: Overall, t: Translate): string {
  if (leftMs !== null) return t('board.allReadyIn', { time: formatRoughly(leftMs) });
  if (running === 0 && ready === total) return t('board.allReady', { n: total });
  return t('board.someReady', { ready, total });
}
