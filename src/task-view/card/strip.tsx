import type { ReactNode } from 'react';

import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';
import type { Met } from '~/task-view/words/help-about';

import { HelpMark } from './help-mark';

/** What a strip lies over, so that the card stays as high as it was: nothing, its last words, or all below its title. */
type StripOver = 'nothing' | 'facts' | 'words';

/** A line about what is wrong with an otherwise unchanged task, with what helps. */
export function Strip({
  over,
  isBad = false,
  title,
  help,
  met,
  below,
  children,
}: {
  over: StripOver;
  /** A person is needed. */
  isBad?: boolean;
  title?: string;
  help: ReactNode;
  met: Met;
  below?: ReactNode;
  children: ReactNode;
}) {
  const words = (
    <p className="min-w-0 flex-1 py-1 max-narrow:basis-40">
      <Icon name="warning" className="me-1.5 inline align-text-bottom" />
      {children}
    </p>
  );
  // The mark reaches into the padding: the words need the room.
  const helps = (
    <div className="-me-2.5 flex flex-none items-center">
      {help}
      <HelpMark met={met} />
    </div>
  );
  return (
    <div
      title={title}
      data-strip={over}
      className={cn(
        'border-line px-4 text-note leading-4.25',
        PLACES[over],
        isBad ? 'bg-bad-soft text-bad-ink' : 'bg-run-soft text-run-ink',
      )}
    >
      <div className="my-auto">
        {over === 'words' ? (
          // So many words go on below the button.
          <>
            <div className="float-end ms-2.5">{helps}</div>
            {words}
          </>
        ) : (
          <div className="flex items-center gap-2.5 max-narrow:flex-wrap">
            {words}
            {helps}
          </div>
        )}
        {below}
      </div>
    </div>
  );
}

/** Where a card's words are hidden by a strip, so that nothing below it takes the focus: a class for each part of them. */
export const UNDER_STRIP = {
  all: 'group/words relative',
  prompt: 'group-has-data-[strip=words]/words:invisible',
  facts: 'group-has-data-strip/words:invisible',
} as const;

const PLACES: Readonly<Record<StripOver, string>> = {
  nothing: 'border-b py-1.5',
  facts: 'absolute -inset-x-4 -bottom-3 flex h-14.5 flex-col overflow-y-auto border-t',
  words: 'absolute -inset-x-4 -top-1.5 -bottom-3 flex flex-col overflow-y-auto border-t',
};
