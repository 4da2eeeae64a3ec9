import type { ReactNode, Ref } from 'react';

/**
 * A screen below the banner that scrolls by itself: rows of cards can only be drawn as needed inside a
 * scrolling element of their own. It gives way to whatever else stands between the banner and it.
 */
export function Screen({ ref, children }: { ref?: Ref<HTMLDivElement>; children: ReactNode }) {
  return (
    <div
      ref={ref}
      className="relative h-[calc(100dvh-61px)] min-h-0 overflow-y-auto overscroll-contain"
    >
      {children}
    </div>
  );
}
