import { useEffect, useEffectEvent, useLayoutEffect, useRef, type ClipboardEvent } from 'react';

import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

import { Marks } from './marks';
import { pasteInto } from './paste-into';
import { isMarked } from './pieces';
import type { Draft } from './use-draft';
import { useLateWords } from './use-late-words';
import { firstChange, useUndo } from './use-undo';

/** This many new characters at once were pasted or dropped, not typed. */
const PASTED = 4;
/** After this pause in typing, in ms, a long text is read; after the longer one, a key at the caret counts as complete. */
const READ_MS = 300;
const MASK_MS = 1200;

interface PasteBoxProps {
  draft: Draft;
  /** The box's name, if it is not the one for keys and ids. */
  label?: string;
  placeholder: string;
  onSubmit: () => void;
  /** In the dialog, which was opened for pasting. */
  focusFirst?: boolean;
  /** A key that its service has not accepted: see `pasteInto`. */
  refused?: string | null;
}

/**
 * One box for everything. Whatever is recognised is marked while typing: a copy of the text over the field draws the
 * marks, and the field's own text is transparent. Keys are masked before they are ever drawn. A text with many pieces
 * has no marks: the preview table shows what was understood.
 */
export function PasteBox({
  draft,
  label,
  placeholder,
  onSubmit,
  focusFirst = false,
  refused = null,
}: PasteBoxProps) {
  const t = useT();
  const { text, secrets, analysis } = draft;
  const marked = isMarked(text, analysis.segments);
  const field = useRef<HTMLTextAreaElement>(null);
  /** Where to put the caret after a mask has changed the length of the text. */
  const caret = useRef<number | null>(null);
  useLayoutEffect(() => {
    if (caret.current !== null) field.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });

  const undo = useUndo({ text, secrets }, (step, at) => {
    caret.current = draft.paste(step.text, at, step.secrets);
  });
  const catchUp = (complete: boolean): void => {
    caret.current = draft.catchUp(field.current?.selectionStart ?? text.length, complete);
  };
  useLateWords(() => {
    if (text !== '') catchUp(false);
  });
  const maskAll = (): void => {
    const plain = analysis.segments.some(
      ({ kind, text: shown }) => (kind === 'key' || kind === 'doubt') && !secrets.has(shown),
    );
    if (plain) catchUp(true);
  };
  const afterPause = useEffectEvent(maskAll);
  useEffect(() => {
    if (text === '') return;
    const timer = setTimeout(afterPause, MASK_MS);
    return () => clearTimeout(timer);
  }, [text]);
  const afterShortPause = useEffectEvent(() => catchUp(false));
  useEffect(() => {
    if (draft.unread === null) return;
    const timer = setTimeout(afterShortPause, READ_MS);
    return () => clearTimeout(timer);
  }, [draft.unread]);

  const paste = (event: ClipboardEvent<HTMLTextAreaElement>): void => {
    const pasted = event.clipboardData.getData('text/plain');
    if (pasted === '') return;
    event.preventDefault();
    const { selectionStart, selectionEnd } = event.currentTarget;
    const part = { text: pasted, from: selectionStart, to: selectionEnd };
    const next = pasteInto(draft, part, refused);
    undo.keep(next.text);
    caret.current = draft.paste(next.text, next.caret);
  };
  const change = (next: string, at: number): void => {
    undo.keep(next);
    const isTyped = at - firstChange(text, next) < PASTED;
    const moved = isTyped ? draft.type(next, at) : draft.paste(next, at);
    if (moved !== at) caret.current = moved;
  };

  return (
    <div className={cn(FRAME, marked ? 'overflow-y-auto' : 'h-44')}>
      <textarea
        ref={field}
        aria-label={label ?? t('add.box')}
        placeholder={placeholder}
        value={text}
        // oxlint-disable-next-line jsx-a11y/no-autofocus -- see `focusFirst`
        autoFocus={focusFirst}
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
        onPaste={paste}
        onBlur={maskAll}
        onChange={({ target }) => change(target.value, target.selectionStart)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) onSubmit();
          undo.onKeyDown(event);
        }}
        className={cn(
          TEXT,
          'h-full w-full resize-none bg-transparent caret-ink outline-none placeholder:text-ink-3',
          marked ? `${WRAPPED} overflow-hidden text-transparent` : 'overflow-auto whitespace-pre',
        )}
      />
      {marked ? (
        <div className={cn(TEXT, WRAPPED, 'pointer-events-none text-ink-2')}>
          <Marks
            segments={analysis.segments}
            corrections={draft.corrections}
            onCorrect={draft.correct}
          />
          {/* A trailing line break would have no height. */}
          {'\u200b'}
        </div>
      ) : null}
    </div>
  );
}

const FRAME =
  'grid max-h-[46dvh] min-h-42.5 rounded-t-panel focus-within:outline-2 focus-within:-outline-offset-2 focus-within:outline-accent';

/** Both layers must wrap alike. */
const TEXT = 'col-start-1 row-start-1 px-5 py-4.5 text-large leading-[1.7] digits';
const WRAPPED = 'whitespace-pre-wrap wrap-anywhere';
