import { useStore } from 'zustand';

import type { ScreenKind } from '~/address/screens';
import { useViewOf } from '~/address/use-view';
import { refKey } from '~/core/answer';
import { titleOf, wholeTitle } from '~/core/title';
import { useEngine, useTracked, useTrackedTask } from '~/engine/use-engine';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { locked } from '~/prefs/locked';

/** What is on the screen, as the title of the page says it. */
export function useScreenName(): string {
  const t = useT();
  const { answers } = useEngine();
  const screen = useViewOf((view) => view.screen);
  const isLocked = useStore(locked, (state) => state.isLocked);
  const isEmpty = useTracked(({ tasks }) => tasks.size === 0);
  const task = useTrackedTask(screen.kind === 'task' ? refKey(screen.task) : '');
  // Nobody reads there what is hidden.
  if (isLocked) return t('app.locked');
  if (task) return wholeTitle(titleOf(task, answers.get(task).task), task.shot);
  return t((isEmpty ? FIRST_RUN : NAMES)[screen.kind]);
}

const NAMES = {
  board: 'app.board',
  task: 'app.board',
  compare: 'app.comparison',
  help: 'app.help',
  insight: 'app.insight',
} as const satisfies Record<ScreenKind, MessageKey>;

/** Before anything is tracked the form stands in the place of the board. */
const FIRST_RUN = { ...NAMES, board: 'app.addTasks', task: 'app.addTasks' } as const;
