import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';

import { BOARD } from '~/address/screens';
import { changeView } from '~/address/use-view';
import { DEFAULT_VIEW } from '~/address/view';
import type { Notice } from '~/core/notice';
import type { Show } from '~/core/standing';
import { useBoardIndex, useFinished, useStandings } from '~/engine/use-board';
import { useEngine, useTracked } from '~/engine/use-engine';
import { useMedia } from '~/engine/use-media';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';

import { awaySpans, dismissAway, endedIn } from './away-spans';
import { expiringKeys, restOfDay } from './tonight';

/** How often links are looked at, in ms. */
const LOOK_MS = 60_000;

const AWAY = ['away'] as const;
const EXPIRING = ['expiring'] as const;
const BOTH = [...AWAY, ...EXPIRING] as const;

/** What ended while nobody looked, and which links end soon: each is a filter. Nothing if nobody was away. */
export function useAway(): Notice[] {
  const t = useT();
  const now = useNow(LOOK_MS);
  const { spans, isRead } = useStore(awaySpans);
  const { ready, failed, expiring } = useTold(now);
  const { isNight } = restOfDay(now);
  if (isRead || ready + failed + expiring === 0) return [];
  const show = (told: string, showing: Show) => () =>
    changeView({ ...DEFAULT_VIEW, show: showing, filters: { told: [told] }, screen: BOARD });
  const expires = isNight ? 'told.expireTonight' : 'told.expireToday';
  return [
    {
      kind: 'away',
      id: String(spans[0]?.from),
      title: t('told.away'),
      facts: [
        ...(ready > 0
          ? [
              {
                tone: 'ok',
                label: t('notices.ready', { n: ready }),
                run: show('away', 'ready'),
              } as const,
            ]
          : []),
        ...(failed > 0
          ? [
              {
                tone: 'bad',
                label: t('notices.failed', { n: failed }),
                run: show('away', 'attention'),
              } as const,
            ]
          : []),
        ...(expiring > 0
          ? [
              {
                tone: 'run',
                label: t(expires, { n: expiring }),
                run: show('expiring', 'ready'),
              } as const,
            ]
          : []),
      ],
      actions: [],
      close: dismissAway,
    },
  ];
}

/** How many they are; which they are is told to the board, for its filter. */
function useTold(now: number): { ready: number; failed: number; expiring: number } {
  const { answers } = useEngine();
  const board = useBoardIndex();
  const { spans } = useStore(awaySpans);
  const { tasks, isWhole } = useTracked((state) => state);
  const finished = useFinished();
  // It changes whenever a task ends.
  const standings = useStandings();
  const kept = useStore(useMedia().keeping.state, (state) => state.kept);
  const ended = useMemo(
    () => endedIn(isWhole && standings ? spans : [], tasks.values(), (task) => answers.get(task)),
    [spans, tasks, isWhole, standings, answers],
  );
  const expiring = useMemo(
    () => expiringKeys(finished, (key) => kept.has(key), now),
    [finished, kept, now],
  );
  useEffect(() => {
    const told = new Map<string, readonly string[]>(expiring.map((key) => [key, EXPIRING]));
    for (const key of [...ended.ready, ...ended.failed]) told.set(key, told.has(key) ? BOTH : AWAY);
    board.setMarks('told', told);
  }, [board, ended, expiring]);
  return { ready: ended.ready.length, failed: ended.failed.length, expiring: expiring.length };
}
