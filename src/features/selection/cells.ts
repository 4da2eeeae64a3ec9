import { linkOf } from '~/core/has-video';
import { titleOf } from '~/core/title';
import type { CardFacts } from '~/engine/answers/card-of';

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

/** What makes a spreadsheet take a cell for a formula, the full-width signs of Chinese and Japanese too. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/;

/**
 * Rows for a spreadsheet, a tab between cells. Words of services must not run there as formulas: an apostrophe makes
 * them text.
 */
export function cellsOf(cards: readonly CardFacts[]): string {
  return cards.map((card) => textsOf(card).map(cellOf).join('\t')).join('\n');
}

function cellOf(text: string): string {
  const plain = text.replaceAll(/\s+/g, ' ').trim();
  return FORMULA.test(plain) ? `'${plain}` : plain;
}
