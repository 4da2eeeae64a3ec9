import { useEffect, useLayoutEffect, useRef, type ClipboardEvent } from 'react';

import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

import { maskKeys, type Part, type Secrets } from './secrets';
import { useUndo } from './use-undo';
import type { SegmentKind } from '~/features/add-tasks/recognise/segment';

/** Text that grew by this many characters at once was pasted, not typed. */
const PASTED = 4;
/** After this pause in typing, in ms, a key at the caret counts as complete. */
const PAUSE_MS = 1200;

export interface PasteBoxProps {
  text: string;
  secrets: Secrets;
  /** The same text, analysed. */
  parts: readonly Part[];
  placeholder: string;
  onChange: (text: string, secrets: Secrets) => void;
  onSubmit: () => void;
  /** In the dialog, which was opened for pasting. */
  focusFirst?: boolean;
}

/**
 * One box for everything. Whatever is recognised is highlighted while typing: a copy of the text behind the field draws
 * the highlights, and the field's own text is transparent. Keys are masked before they are ever drawn.
 */
export function PasteBox({
  text,
  secrets,
  parts,
  placeholder,
  onChange,
  onSubmit,
  focusFirst = false,
}: PasteBoxProps) {
  const t = useT();
  const field = useRef<HTMLTextAreaElement>(null);
  /** Where to put the caret after a mask has changed the length of the text. */
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current !== null) field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const undo = useUndo({ text, secrets }, (step, at) => {
    caret.current = at;
    onChange(step.text, step.secrets);
  });
  const accept = (next: string, at: number, spare: number | null): void => {
    const masked = maskKeys(next, at, secrets, spare);
    if (masked.text !== next) caret.current = masked.caret;
    undo.keep(masked.text);
    onChange(masked.text, masked.secrets);
  };
  const acceptAll = (): void => {
    const masked = maskKeys(text, field.current?.selectionStart ?? text.length, secrets);
    if (masked.text !== text) {
      caret.current = masked.caret;
      onChange(masked.text, masked.secrets);
    }
  };
  const pause = useRef(acceptAll);
  useEffect(() => {
    pause.current = acceptAll;
  });
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(() => pause.current(), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text]);

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted === '') return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const next = text.slice(0, selectionStart) + pasted + text.slice(selectionEnd);
    const at = selectionStart + pasted.length;
    caret.current = at;
    accept(next, at, null);
  };

  return (
    <div className="grid max-h-[46dvh] min-h-[170px] overflow-y-auto rounded-t-panel focus-within:outline-2 focus-within:-outline-offset-2 focus-within:outline-accent">
      <div aria-hidden="true" className={cn(TEXT, 'pointer-events-none text-ink')}>
        {parts.map(({ kind, start, text: shown }) =>
          kind === 'other' ? (
            shown
          ) : (
            <mark key={start} className={MARKS[kind]}>
              {shown}
            </mark>
          ),
        )}
        {/* A trailing line break would have no height. */}
        {'\u200b'}
      </div>
      <textarea
        ref={field}
        aria-label={t('add.box')}
        placeholder={placeholder}
        value={text}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- see `focusFirst`
        autoFocus={focusFirst}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onPaste={paste}
        onBlur={acceptAll}
        onChange={(event) => {
          const { value, selectionStart } = event.target;
          const typed = value.length - text.length < PASTED;
          accept(value, selectionStart, typed ? selectionStart : null);
        }}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
          undo.onKeyDown(event);
        }}
        className={cn(
          TEXT,
          'h-full w-full resize-none overflow-hidden bg-transparent text-transparent caret-ink outline-none placeholder:text-ink-3',
        )}
      />
    </div>
  );
}

/** Both layers must wrap alike. */
const TEXT =
  'col-start-1 row-start-1 px-5 py-[18px] text-[15px] leading-[1.7] whitespace-pre-wrap wrap-anywhere digits';

/** Negative margins cancel the padding, so that highlights do not move the text. */
const MARKS = {
  key: 'rounded-[5px] bg-ok-soft text-ok-ink -mx-0.5 px-0.5',
  id: 'rounded-[5px] bg-accent-soft text-accent -mx-0.5 px-0.5',
  address: 'rounded-[5px] bg-run-soft text-run-ink -mx-0.5 px-0.5',
  doubt: 'bg-transparent text-ink-2 underline decoration-dotted underline-offset-4',
  name: '',
  link: '',
  maybe: 'bg-transparent text-ink-2 underline decoration-dotted underline-offset-4',
} as const satisfies Record<Exclude<SegmentKind, 'other'>, string>;
