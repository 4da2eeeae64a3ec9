import type { ReactNode } from 'react';

import { Icon } from '~/ui/icons';

/** A title and a few plain sentences about what went wrong. Never the service's raw words. */
export function TroubleFace({ title, children }: { title: string; children: ReactNode }) {
  return (
    <div className="absolute inset-0 max-narrow:relative flex flex-col overflow-y-auto bg-bad-soft px-6 py-3 text-ink">
      <div className="my-auto flex flex-col gap-1">
        <p className="flex items-center gap-2 text-large font-semibold text-bad-ink">
          <Icon name="warning" />
          {title}
        </p>
        <p className="text-ink-2">{children}</p>
      </div>
    </div>
  );
}
