import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';

import { useView } from '~/address/use-view';
import { refKey } from '~/core/answer';
import { isTerminal } from '~/core/task';
import { titleOf, wholeTitle } from '~/core/title';
import { useStandings, useUnfinished } from '~/engine/use-board';
import { useConnections, useEngine, useTracked, useTrackedTask } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { locked } from '~/prefs/locked';

import { missed } from './missed';
import { tabIcon } from './tab-icon';

/** The title, the icon in the tab and the number on the app's icon: what ended since the person looked. */
export function useTabSigns(): void {
  const t = useT();
  const { ready, failed } = useStore(missed);
  const share = useShare();
  const needsKey = useNeedsKey();
  const app = t('app.name');
  const screen = useScreenName();
  const name = screen === null ? app : `${screen} · ${app}`;
  const marks = [
    ...(ready.size > 0 ? [`${ready.size} ✓`] : []),
    ...(failed.size > 0 ? [`${failed.size} ✕`] : []),
  ].join(' ');
  const waits = needsKey ? `${t('told.keyNeeded')} · ${name}` : name;
  const title = marks === '' ? waits : `(${marks}) ${name}`;
  useEffect(() => {
    document.title = title;
    return () => {
      document.title = app;
    };
  }, [title, app]);

  const icon = tabIcon({ share, ready: ready.size, failed: failed.size, needsKey });
  useEffect(() => {
    const link = document.querySelector<HTMLLinkElement>('link[rel="icon"]');
    if (!link || icon === null) return;
    const own = link.href;
    link.href = icon;
    return () => {
      link.href = own;
    };
  }, [icon]);

  const sum = ready.size + failed.size;
  useEffect(() => {
    if (!('setAppBadge' in navigator)) return;
    // Refused where the page is not installed.
    const set = sum > 0 ? navigator.setAppBadge(sum) : navigator.clearAppBadge();
    void set.catch(() => {});
  }, [sum]);
}

/** What the open screen shows; null for the board, which is the page itself, and for what a lock hides. */
function useScreenName(): string | null {
  const t = useT();
  const { answers } = useEngine();
  const { screen } = useView();
  const task = useTrackedTask(screen.kind === 'task' ? refKey(screen.task) : '');
  const isHidden = useStore(locked, ({ isLocked }) => isLocked);
  if (isHidden) return null;
  if (screen.kind === 'compare') return t('told.comparison');
  return task ? wholeTitle(titleOf(task, answers.get(task).task), task.shot) : null;
}

/** Finer, nobody sees. */
const STEPS = 20;

/** How much is done of the batches that are being made; null if none is. */
function useShare(): number | null {
  const { answers } = useEngine();
  const tasks = useTracked((state) => state.tasks);
  // It changes whenever a task ends.
  const { running, unseen } = useStandings();
  return useMemo(() => {
    if (running + unseen === 0) return null;
    const counts = new Map<string | null, { done: number; all: number }>();
    for (const task of tasks.values()) {
      const id = task.batch?.id ?? null;
      const count = counts.get(id) ?? { done: 0, all: 0 };
      counts.set(id, count);
      count.all += 1;
      const { task: known } = answers.get(task);
      if (known && isTerminal(known.state)) count.done += 1;
    }
    const open = [...counts.values()].filter(({ done, all }) => done < all);
    const all = open.reduce((sum, count) => sum + count.all, 0);
    const done = open.reduce((sum, count) => sum + count.done, 0);
    return all === 0 ? null : Math.round((done / all) * STEPS) / STEPS;
  }, [answers, tasks, running, unseen]);
}

/** Whether all that is not finished waits for a key. */
function useNeedsKey(): boolean {
  const unfinished = useUnfinished();
  const needKey = useConnections((state) => state.needKey);
  return unfinished.size > 0 && [...unfinished.keys()].every((id) => needKey.has(id));
}
