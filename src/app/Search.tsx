import { useEffect } from 'react';

import { BOARD } from '~/address/screens';
import { changeView, useView } from '~/address/use-view';
import type { BoardIndex } from '~/engine/answers/board-index';
import { useBoardIndex } from '~/engine/use-board';
import type { Locale } from '~/i18n/locales';
import { useLocale, useT } from '~/i18n/use-t';
import { SearchField } from '~/ui/search-field';

/** The board's search. It is part of the address; typing adds no steps for Back, except to what it closed. */
export function Search() {
  const t = useT();
  const locale = useLocale();
  const board = useBoardIndex();
  const { query, screen } = useView();
  const isUsed = query !== '';
  useEffect(() => {
    if (isUsed) prepare(board, locale);
  }, [board, isUsed, locale]);
  return (
    <SearchField
      label={t('board.search')}
      placeholder={t('board.searchHint')}
      shortcut="/"
      value={query}
      onFocus={() => prepare(board, locale)}
      onChange={(text) =>
        changeView({ query: text, screen: BOARD }, { replace: screen.kind === 'board' })
      }
    />
  );
}

/** Without it, the search finds less and is slower at first. */
function prepare(board: BoardIndex, locale: Locale): void {
  import('~/features/find/search-words').then(
    ({ prepareSearch }) => prepareSearch(board, locale),
    () => undefined,
  );
}
