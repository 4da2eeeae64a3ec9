import type { MessageKey } from '~/i18n/message-key';
import type { HelpTopic } from '~/task-view/words/help-about';
import type { Plan } from '~/features/add-tasks/pairing/plan';

/** Why no task can be added. */
export type Obstacle =
  | 'nothing'
  | 'all-known'
  | 'no-ids'
  | 'no-address'
  | 'bad-address'
  | 'not-offered'
  | 'no-key'
  | 'asked';

/** What decides whether tasks can be added. */
interface Situation {
  empty: boolean;
  plan: Plan;
  /** Number of tasks that can be added, that wait, and that are on the board. */
  count: number;
  waiting: number;
  onBoard: number;
  /** What was chosen as the service, where there is only one. */
  address: { base: string } | { typed: string } | undefined;
}

/** The first reason why nothing can be added; null if something can. */
export function obstacleOf(situation: Situation): Obstacle | null {
  const { empty, plan, count, waiting, onBoard, address } = situation;
  if (count > 0) return null;
  if (empty) return 'nothing';
  if (waiting === 0) return onBoard > 0 ? 'all-known' : 'no-ids';
  const [route] = plan.routes.filter(({ tasks }) => tasks.length > 0);
  if (route) return route.refused ? 'not-offered' : 'no-key';
  if (address && 'typed' in address && address.typed.trim() !== '') return 'bad-address';
  return (plan.questions[0]?.candidates.length ?? 0) > 0 ? 'asked' : 'no-address';
}

/** Where the person may not know what to do. */
export const OBSTACLE_HELP: { readonly [O in Obstacle]?: HelpTopic } = {
  'no-ids': 'id',
  'no-address': 'start',
  'bad-address': 'start',
  'no-key': 'start',
};

export const OBSTACLE_WORDS = {
  nothing: 'add.obstacle.nothing',
  'all-known': 'add.obstacle.allKnown',
  'no-ids': 'add.obstacle.noIds',
  'no-address': 'add.obstacle.noAddress',
  'bad-address': 'add.obstacle.badAddress',
  'not-offered': 'add.obstacle.notOffered',
  'no-key': 'add.obstacle.noKey',
  asked: 'add.obstacle.asked',
} as const satisfies Record<Obstacle, MessageKey>;
