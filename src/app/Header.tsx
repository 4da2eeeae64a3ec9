import type { ReactNode } from 'react';

import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

/** The page's banner: the name, and on a board the search and the notices; the actions on the right. */
export function Header({
  search,
  notices,
  children,
}: {
  search?: ReactNode;
  notices?: ReactNode;
  children: ReactNode;
}) {
  const t = useT();
  return (
    <header
      className={cn(
        'sticky top-0 z-20 flex min-h-13 flex-none flex-col justify-center border-b border-line bg-bg/88 pt-[env(safe-area-inset-top)]',
        // Nothing passes below it on a board; and what is frosted takes in what is fixed to the window.
        !search && 'frosted',
      )}
    >
      {/* On a wide screen one row, whatever the notice says: it is cut before it moves the cards. */}
      <div className="mx-auto flex w-full max-w-350 flex-wrap items-center gap-x-3 gap-y-1 px-6 py-1 max-sm:gap-x-1 max-sm:px-3.5 xl:flex-nowrap">
        <h1 className="flex flex-none items-center gap-2.5 text-lead font-heading">
          <Mark />
          <span className={search ? 'max-sm:sr-only' : ''}>{t('app.name')}</span>
        </h1>
        {search ? (
          // On a phone a long word is cut before the banner takes a second row, which would move the cards.
          <div className="flex min-w-60 flex-1 items-center gap-2 max-sm:min-w-28 max-sm:gap-1 max-sm:[&>button]:min-w-16 max-sm:[&>button]:shrink">
            {search}
          </div>
        ) : null}
        {notices}
        <div className="ms-auto flex flex-none items-center gap-2 max-sm:gap-1">{children}</div>
      </div>
    </header>
  );
}

function Mark() {
  return (
    <span
      aria-hidden="true"
      className="grid size-6.5 flex-none place-items-center rounded-lg bg-ink"
    >
      <span className="ms-1.5 h-2.5 w-2 bg-run [clip-path:polygon(0_0,100%_50%,0_100%)]" />
    </span>
  );
}
