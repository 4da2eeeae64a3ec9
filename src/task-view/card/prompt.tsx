import { useRef, useState } from 'react';

import type { Task } from '~/core/task';
import { copyText } from '~/task-view/copy';
import { useTextLanguage } from '~/task-view/words/use-text-language';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { IconButton } from '~/ui/icon-button';
import { useIsCut } from '~/ui/use-is-cut';

import { usePrompt } from './use-prompt';

/** The prompt in two lines, enhanced first if there is one; switchable, expandable, copyable. */
export function Prompt({ task, title }: { task: Task | null; title: string }) {
  const t = useT();
  const { text, shown, both, choose } = usePrompt(task);
  const [open, setOpen] = useState(false);
  const box = useRef<HTMLParagraphElement>(null);
  const cut = useIsCut(box, text);
  const language = useTextLanguage(text ?? '');
  const named = (word: Parameters<typeof t>[0]): string => `${t(word)} ${title}`;

  if (text === null) {
    return (
      <p className={cn(TWO_LINES, 'text-ink-3')}>
        {task === null ? t('card.nothingKnown') : t('card.noPrompt')}
      </p>
    );
  }
  return (
    <div className="group/prompt relative">
      <p
        ref={box}
        className={cn(
          'overflow-hidden wrap-anywhere text-ink-2 below-tap',
          TWO_LINES,
          open ? 'max-h-60 overflow-y-auto pb-6 whitespace-pre-wrap' : 'line-clamp-2',
        )}
      >
        {both ? (
          <button
            type="button"
            onClick={() => choose(shown === 'enhanced' ? 'original' : 'enhanced')}
            className="me-1.5 cursor-pointer rounded tap text-note font-medium text-accent focus-ring hover:underline"
          >
            {t(shown === 'enhanced' ? 'card.showOriginal' : 'card.showEnhanced')}
          </button>
        ) : shown === 'enhanced' ? (
          <span className="me-1.5 text-note font-medium text-accent">{t('card.enhanced')}</span>
        ) : null}
        <span lang={language}>{text}</span>
      </p>
      <span
        className={cn('absolute end-0 bottom-0 flex items-center bg-surface', cut && !open && FADE)}
      >
        <IconButton
          size="sm"
          icon="copy"
          label={named('card.copyPrompt')}
          onClick={() => void copyText(text)}
          className={cn(
            'h-5.25! rounded-md! tap pointer-coarse:w-11!',
            open
              ? 'w-6!'
              : 'w-0! pointer-fine:overflow-hidden group-hover/prompt:w-6! focus-visible:w-6!',
          )}
        />
        {cut || open ? (
          <button
            type="button"
            aria-expanded={open}
            aria-label={named(open ? 'card.less' : 'card.more')}
            onClick={() => setOpen(!open)}
            className="cursor-pointer rounded tap ps-1.5 text-note leading-5.25 pointer-coarse:min-w-11 font-medium text-accent focus-ring hover:underline"
          >
            {t(open ? 'card.less' : 'card.more')}
          </button>
        ) : null}
      </span>
    </div>
  );
}

/** Whatever an answer brings, the cards below stay where they are. */
const TWO_LINES = 'min-h-10.5';

/** Fades the text out below the button. */
const FADE =
  'before:pointer-events-none before:absolute before:inset-y-0 before:end-full before:w-6 before:bg-[linear-gradient(var(--to-end),transparent,var(--surface))]';
