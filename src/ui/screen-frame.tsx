import type { ReactNode, RefObject } from 'react';

import { cn } from './cn';

/**
 * A scrolling screen below the banner: virtualised rows need a scroll container of their own. It takes the height that
 * is left.
 */
export function ScreenFrame({
  scroller,
  className,
  children,
}: {
  scroller?: RefObject<HTMLDivElement | null>;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div
      ref={scroller}
      className={cn('relative min-h-60 flex-1 overflow-y-auto overscroll-contain', className)}
    >
      {children}
    </div>
  );
}
