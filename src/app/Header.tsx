import type { ReactNode } from 'react';

import { useT } from '~/i18n/use-t';

/** The page's banner: the name, the search in the middle, the actions on the right. */
export function Header({ search, children }: { search?: ReactNode; children: ReactNode }) {
  const t = useT();
  return (
    <header className="sticky top-0 z-20 border-b border-line bg-bg/88 frosted">
      <div className="mx-auto flex min-h-15 max-w-350 flex-wrap items-center gap-x-3.5 gap-y-2 px-6 py-2 max-sm:px-3.5">
        <h1 className="flex flex-none items-center gap-2.5 text-lead font-heading">
          <Mark />
          {t('app.name')}
        </h1>
        <div className="order-last w-full sm:order-none sm:flex sm:w-auto sm:flex-1 sm:justify-center">
          {search}
        </div>
        <div className="ml-auto flex flex-none items-center gap-2 max-sm:gap-1 sm:ml-0">
          {children}
        </div>
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
      <span className="ml-1.5 h-2.5 w-2 bg-run [clip-path:polygon(0_0,100%_50%,0_100%)]" />
    </span>
  );
}
