import { linkOf } from '~/core/has-video';
import { titleOf } from '~/core/title';
import type { CardFacts } from '~/engine/answers/card-of';
import { toCells, toCsv } from '~/engine/media/save/csv';

/** What a copied task says: name, id, link and prompt. */
function textsOf({ tracked, task }: CardFacts): string[] {
  const link = task && linkOf(task);
  return [
    titleOf(tracked, task),
    tracked.taskId,
    link ?? '',
    task?.enhancedPrompt ?? task?.prompt ?? '',
  ];
}

/** A paragraph for each task, for a message: its name with its shot, and below what there is of the rest. */
export function listOf(cards: readonly CardFacts[]): string {
  return cards
    .map((card) => {
      const [title = '', ...rest] = textsOf(card);
      const { shot } = card.tracked;
      return [shot === null ? title : `${shot} · ${title}`, ...rest]
        .filter((text) => text !== '')
        .join('\n');
    })
    .join('\n\n');
}

/** Rows for a spreadsheet, a tab between cells, which are as safe as those of a file. */
export function cellsOf(cards: readonly CardFacts[]): string {
  return toCells(cards.map(textsOf));
}

/** The same in every language, because programs read it too. */
const COLUMNS = ['shot', 'name', 'id', 'link', 'prompt'];

/** The same rows as a file. */
export function csvOf(cards: readonly CardFacts[]): string {
  return toCsv([COLUMNS, ...cards.map((card) => [card.tracked.shot, ...textsOf(card)])]);
}
