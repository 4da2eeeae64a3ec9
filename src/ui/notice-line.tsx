import type { ReactNode } from 'react';

import { Icon } from './icons';

/** A line above the board about an issue of many cards, with what helps. */
export function NoticeLine({ text, children }: { text: string; children?: ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 rounded-card border border-line bg-run-soft px-4 py-2.5 text-ink">
      <Icon name="warning" className="text-run-ink" />
      <p className="min-w-0 flex-1 basis-60">{text}</p>
      {children}
    </div>
  );
}
