import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';
import { useMediaQuery } from '~/ui/use-media-query';

import { changeView, useView } from './use-view';

/** Searches all tasks. There is one on the page: in the banner, or on a phone in the board's toolbar. */
export function SearchField({ place }: { place: 'header' | 'toolbar' }) {
  const t = useT();
  const narrow = useMediaQuery('(width < 640px)');
  const { query } = useView();
  if (narrow !== (place === 'toolbar')) return null;
  return (
    <div
      className={cn(
        'relative flex h-9 items-center rounded-[10px] bg-sunken text-ink-3',
        place === 'header' ? 'w-full max-w-[420px]' : 'min-w-0 flex-1',
      )}
    >
      <Icon name="search" className="pointer-events-none absolute left-3" />
      <input
        type="search"
        aria-label={t('board.search')}
        placeholder={t('board.searchHint')}
        autoComplete="off"
        spellCheck={false}
        enterKeyHint="search"
        value={query}
        onChange={(event) => changeView({ query: event.target.value, task: null }, { replace: true })}
        className="peer size-full appearance-none rounded-[10px] bg-transparent pr-9 pl-9 text-ink placeholder:text-ink-3 focus-ring [&::-webkit-search-cancel-button]:cursor-pointer"
      />
      {place === 'header' ? (
        <kbd className="pointer-events-none absolute right-3 rounded-[5px] border border-line bg-surface px-[5px] font-sans text-[11px] leading-4 peer-focus:hidden peer-not-placeholder-shown:hidden">
          /
        </kbd>
      ) : null}
    </div>
  );
}
