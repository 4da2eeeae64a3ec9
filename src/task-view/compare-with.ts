import { DEFAULT_COMPARISON, MAX_COMPARED } from '~/address/comparison';
import { openDialog, type GroupRef } from '~/address/dialogs';
import { changeView } from '~/address/use-view';
import type { TaskRef } from '~/core/answer';
import type { CardFacts } from '~/engine/answers/card-of';
import { stopPlaying } from '~/task-view/player/player';

import { takesOf } from './takes';
import { rememberOpener } from './way-back';

/** Compares these tasks, or asks with what, or which of them. */
export function compareWith(...tasks: readonly TaskRef[]): void {
  const chosen = tasks.map(({ base, taskId }) => ({ base, taskId }));
  if (chosen.length < 2 || chosen.length > MAX_COMPARED) choose(chosen, null);
  else openComparison(chosen);
}

/** Compares a group's takes at once if there is nothing to choose. */
export function compareGroup(cards: readonly CardFacts[], group: GroupRef): void {
  const { first, isChosen } = takesOf(cards);
  const chosen = first.map(({ tracked: { base, taskId } }) => ({ base, taskId }));
  if (isChosen) openComparison(chosen);
  else choose(chosen, group);
}

function openComparison(videos: readonly TaskRef[]): void {
  rememberOpener();
  stopPlaying();
  changeView({ screen: { kind: 'compare', comparison: { ...DEFAULT_COMPARISON, videos } } });
}

function choose(chosen: readonly TaskRef[], group: GroupRef | null): void {
  rememberOpener();
  stopPlaying();
  openDialog({ kind: 'takes', chosen: chosen.slice(0, MAX_COMPARED), group });
}
