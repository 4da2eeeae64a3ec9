import type { ReactNode } from 'react';

import type { Met } from '~/task-view/words/help-about';
import { Icon } from '~/ui/icons';

import { HelpMark } from './help-mark';

/** A title and a few plain sentences about what went wrong. Never the service's raw words. */
export function TroubleFace({
  title,
  met,
  children,
}: {
  title: string;
  met: Met;
  children: ReactNode;
}) {
  return (
    <div className="absolute inset-0 max-narrow:relative flex flex-col overflow-y-auto bg-bad-soft px-6 py-3 text-ink">
      <div className="my-auto flex flex-col gap-1">
        <p className="flex items-center gap-2 text-large font-semibold text-bad-ink">
          <Icon name="warning" />
          <span className="min-w-0 flex-1">{title}</span>
          <HelpMark met={met} />
        </p>
        <p className="text-ink-2">{children}</p>
      </div>
    </div>
  );
}
