import { changeView } from '~/address/use-view';
import { DEFAULT_VIEW } from '~/address/view';
import { titleOf } from '~/core/title';
import type { BoardIndex } from '~/engine/answers/board-index';
import type { CardFacts } from '~/engine/answers/card-of';
import { folded, wordsOf } from '~/engine/answers/search';
import '~/ui/late-icons';

import type { Offer } from './commands';

/** What is found, by kind. */
export interface Found {
  commands: readonly Offer[];
  shots: readonly Offer[];
  tasks: readonly Offer[];
}

/** More than these would have to be scrolled through; another letter finds fewer. */
const MOST = { commands: 12, shots: 6, tasks: 20 } as const;
/** Before anything is asked for. */
const MOST_AT_FIRST = 60;

/** Offers with all the words of the query; the tasks of the board only where something is asked for. */
export function findOffers(
  query: string,
  commands: readonly Offer[],
  board: BoardIndex,
  keys: Iterable<string>,
): Found {
  const words = wordsOf(query);
  const fits = ({ label }: Offer): boolean => hasAll(folded(label), words);
  if (words.length === 0)
    return { commands: commands.slice(0, MOST_AT_FIRST), shots: [], tasks: [] };
  const shots = new Set<string>();
  const tasks: CardFacts[] = [];
  for (const key of keys) {
    const card = board.card(key);
    if (!card) continue;
    const { shot } = card.tracked;
    if (shot && shots.size < MOST.shots && !shots.has(shot) && hasAll(folded(shot), words))
      shots.add(shot);
    if (tasks.length < MOST.tasks && hasAll(nameOf(card), words)) tasks.push(card);
    if (tasks.length === MOST.tasks && shots.size === MOST.shots) break;
  }
  return {
    commands: commands.filter(fits).slice(0, MOST.commands),
    shots: [...shots].map((shot) => ({
      id: `shot ${shot}`,
      label: shot,
      icon: 'move',
      // Where no filter hides any of it; grouped and as large as the person last chose.
      run: () => changeView({ ...DEFAULT_VIEW, query: shot }),
    })),
    tasks: tasks.map(({ key, tracked, task }) => {
      const label = titleOf(tracked, task);
      const group = tracked.shot ?? tracked.batch?.name ?? '';
      return {
        id: `task ${key}`,
        label,
        beside: label.includes(group) ? undefined : group,
        icon: 'play',
        run: () => changeView({ screen: { kind: 'task', task: tracked } }),
      };
    }),
  };
}

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

/** Made once for each card: there may be 10,000, and each letter looks through them all. */
const names = new WeakMap<CardFacts, string>();

function nameOf(card: CardFacts): string {
  const known = names.get(card);
  if (known !== undefined) return known;
  const { tracked, task } = card;
  const made = folded(`${titleOf(tracked, task)}\n${tracked.shot ?? ''}\n${tracked.taskId}`);
  names.set(card, made);
  return made;
}
