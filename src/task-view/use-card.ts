import { refKey, type Answer } from '~/core/answer';
import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { useAnswer } from '~/engine/use-answers';
import { useConnections } from '~/engine/use-engine';
import type { ConnectionsState } from '~/engine/state';

import { keyLossOf } from '~/engine/answers/key-loss';
import { faceOf, type Face } from '~/task-view/words/face';
import { troubleOf, type Trouble } from '~/engine/answers/trouble';
import { titleOf } from '~/core/title';

/** What the parts of a card render. */
export interface Card {
  key: string;
  tracked: TrackedTask;
  answer: Answer;
  task: Task | null;
  trouble: Trouble | null;
  face: Face;
  title: string;
  /** A relay adds the team's key to its look-ups. */
  teamKey: boolean;
}

/** What is known about a tracked task, ready to render. Makes no look-ups. */
export function useCard(tracked: TrackedTask): Card {
  const answer = useAnswer(tracked);
  const loss = useConnections((state) => keyLossOf(state, tracked.base));
  const keys = useConnections((state) => keysOf(state, tracked.base));
  const teamKey = useConnections((state) => hasTeamKey(state, tracked.base));
  const trouble = troubleOf(answer, loss, keys, teamKey);
  return {
    key: refKey(tracked),
    tracked,
    answer,
    task: answer.task,
    trouble,
    face: faceOf(answer, trouble),
    title: titleOf(tracked, answer.task),
    teamKey,
  };
}

function keysOf({ connections }: ConnectionsState, base: string): number {
  return [...connections.values()].filter((connection) => connection.base === base).length;
}

function hasTeamKey({ connections }: ConnectionsState, base: string): boolean {
  return [...connections.values()].some((one) => one.base === base && one.kind === 'team');
}
