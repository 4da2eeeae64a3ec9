import { useEffect, useRef, useState } from 'react';

import { BOARD } from '~/address/screens';
import { changeView, useView } from '~/address/use-view';
import type { BoardIndex } from '~/engine/answers/board-index';
import { useBoardIndex } from '~/engine/use-board';
import type { Locale } from '~/i18n/locales';
import { useLocale, useT } from '~/i18n/use-t';
import { usePrefs } from '~/prefs/use-prefs';
import { SearchField } from '~/ui/search-field';

/** The board's search. It is part of the address; typing adds no steps for Back, except to what it closed. */
export function Search() {
  const t = useT();
  const locale = useLocale();
  const board = useBoardIndex();
  const { query, screen } = useView();
  const isUsed = query !== '';
  const hasKey = usePrefs((prefs) => prefs.singleKeys === 'on');
  /** Written, and not searched for before it is known to be no key: the search stands in the address. */
  const [held, setHeld] = useState<string | null>(null);
  const latest = useRef('');
  const search = (text: string): void => {
    setHeld(null);
    changeView({ query: text, screen: BOARD }, { soon: screen.kind === 'board' });
  };
  const change = (text: string): void => {
    latest.current = text;
    if (!MAY_BE_KEY.test(text)) return search(text);
    setHeld(text);
    import('~/features/find/refuse-key').then(
      ({ refusesKey }) => {
        if (latest.current !== text) return;
        if (refusesKey(text)) setHeld(null);
        else search(text);
      },
      () => undefined,
    );
  };
  useEffect(() => {
    if (isUsed) prepare(board, locale);
  }, [board, isUsed, locale]);
  return (
    <SearchField
      label={t('board.search')}
      placeholder={t('board.searchHint')}
      {...(hasKey ? { shortcut: '/' } : {})}
      value={held ?? query}
      onFocus={() => prepare(board, locale)}
      onChange={change}
    />
  );
}

/** What no key is without: plain words are searched for at once. */
const MAY_BE_KEY = /[-_.:]\S{3}|\S{16}/;

/** Without it, the search finds less and is slower at first. */
function prepare(board: BoardIndex, locale: Locale): void {
  import('~/features/find/search-words').then(
    ({ prepareSearch }) => prepareSearch(board, locale),
    () => undefined,
  );
}
