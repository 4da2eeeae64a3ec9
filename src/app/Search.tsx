import { BOARD } from '~/address/screens';
import { changeView, useView } from '~/address/use-view';
import { useT } from '~/i18n/use-t';
import { SearchField } from '~/ui/search-field';

/** The board's search. It is part of the address; typing adds no steps for Back, except to what it closed. */
export function Search() {
  const t = useT();
  const { query, screen } = useView();
  return (
    <SearchField
      label={t('board.search')}
      placeholder={t('board.searchHint')}
      shortcut="/"
      value={query}
      onChange={(text) =>
        changeView({ query: text, screen: BOARD }, { replace: screen.kind === 'board' })
      }
    />
  );
}
