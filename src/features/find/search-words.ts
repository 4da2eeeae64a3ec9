import type { BoardIndex } from '~/engine/answers/board-index';
import type { CardFacts } from '~/engine/answers/card-of';
import { englishWords, translate, type Translate } from '~/i18n/i18n';
import type { Locale } from '~/i18n/locales';
import { serviceName } from '~/i18n/service-name';
import { inSlices } from '~/platform/yield-to-main';
import { failureWords } from '~/task-view/words/failures';
import { problemValues, problemWords } from '~/task-view/words/problems';

const prepared = new WeakMap<BoardIndex, Locale>();

/**
 * Lets the search find what cards say on the screen, in its language and in English, and makes the texts to search
 * before the first key is pressed. Once for each language.
 */
export async function prepareSearch(board: BoardIndex, locale: Locale): Promise<void> {
  if (prepared.get(board) === locale) return;
  prepared.set(board, locale);
  // Without a network only the words of the page's own language are there.
  const languages = new Set([translate, await englishWords().catch(() => translate)]);
  board.searchAlso((card) => [...languages].map((t) => saidOf(card, t)).join('\n'));
  await board.prepareSearch(inSlices());
}

/** What the screen says of a card, besides the service's own words. */
function saidOf({ tracked, task, state, trouble, answer }: CardFacts, t: Translate): string {
  const said = [serviceName(tracked.base)];
  if (state === 'failed') said.push(t(failureWords(task?.failure?.kind ?? 'unknown').title));
  if (trouble !== null) {
    const { title, pill } = problemWords(trouble);
    said.push(t(title, problemValues(answer)), t(pill));
  }
  return said.join('\n');
}
