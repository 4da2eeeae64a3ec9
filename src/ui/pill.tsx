import type { ComponentProps } from 'react';

import { cn } from './cn';

export type PillTone = 'run' | 'ok' | 'bad' | 'wait' | 'accent';

/** A short word on a muted background; the colour only repeats what the word says. */
export function Pill({ tone, className, ...rest }: ComponentProps<'span'> & { tone: PillTone }) {
  return (
    <span
      {...rest}
      className={cn(
        'inline-flex flex-none items-center gap-1.5 rounded-full px-2.25 py-0.5 text-caption font-label whitespace-nowrap',
        TONES[tone],
        className,
      )}
    />
  );
}

const TONES = {
  run: 'bg-run-soft text-run-ink',
  ok: 'bg-ok-soft text-ok-ink',
  bad: 'bg-bad-soft text-bad-ink',
  wait: 'bg-sunken text-ink-2',
  accent: 'bg-accent-soft text-accent',
} satisfies Record<PillTone, string>;
