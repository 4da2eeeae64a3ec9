import { useEffect, useEffectEvent, useMemo, useState } from 'react';

import type { ColumnRole, Correction } from '~/features/add-tasks/recognise/segment';

import { draftOf, MAX_BOX, shortened, type DraftText } from './draft-text';
import { maskKeys, type Hints, type Secrets } from './secrets';

/** Above this many characters, a typed character is analysed only once typing pauses. */
const AT_ONCE = 20_000;
/** The pause, in ms. */
const PAUSE_MS = 300;

/** The text in the box with everything read from it, and how it is changed and corrected. */
export interface Draft extends DraftText {
  corrections: readonly Correction[];
  columns: ReadonlyMap<string, ColumnRole>;
  /** Takes pasted or restored text: every key is masked at once. Returns the caret. */
  paste: (text: string, caret: number, secrets?: Secrets) => number;
  /** Takes typed text: a key that touches the caret may be incomplete and stays. Returns the caret. */
  type: (text: string, caret: number) => number;
  /** Says what pieces are; later corrections of the same piece win. */
  correct: (corrections: readonly Correction[]) => void;
  setColumn: (heading: string, role: ColumnRole) => void;
}

export function useDraft(initial: string | DraftText, onChange: () => void): Draft {
  const before = typeof initial === 'string' ? undefined : initial.answers;
  const [corrections, setCorrections] = useState(before?.corrections ?? []);
  const [columns, setColumns] = useState<ReadonlyMap<string, ColumnRole>>(
    before?.columns ?? new Map(),
  );
  const hints = useMemo(() => hintsWith(corrections, columns), [corrections, columns]);
  const [draft, setDraft] = useState(() =>
    typeof initial === 'string' ? draftOf(initial, hints) : initial,
  );
  /** The text as typed since it was analysed; null if it is up to date. */
  const [stale, setStale] = useState<string | null>(null);

  const take = (
    text: string,
    caret: number,
    secrets: Secrets,
    spare: number | null,
    by: Hints = hints,
  ): number => {
    const { caret: moved, ...masked } = maskKeys(text, caret, secrets, by, spare);
    // The notice about the cut stays while most of that text does.
    const cut = draft.cut && text.length > MAX_BOX / 2;
    setDraft(shortened({ ...masked, cut }, by));
    setStale(null);
    return moved;
  };
  const catchUp = useEffectEvent(() => void take(draft.text, 0, draft.secrets, null));
  useEffect(() => {
    if (stale === null) return;
    const timer = setTimeout(catchUp, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [stale]);

  return {
    ...draft,
    corrections,
    columns,
    paste(text, caret, secrets = draft.secrets) {
      onChange();
      return take(text, caret, secrets, null);
    },
    type(text, caret) {
      onChange();
      if (text.length <= AT_ONCE) return take(text, caret, draft.secrets, caret);
      setDraft({ ...draft, text });
      setStale(text);
      return caret;
    },
    correct(added) {
      onChange();
      const values = new Set(added.map(({ value }) => value));
      const next = [...corrections.filter(({ value }) => !values.has(value)), ...added];
      setCorrections(next);
      // What is said to be a task is no secret any more.
      const shown = [...draft.secrets].filter(([, { apiKey }]) =>
        added.some((one) => one.value === apiKey && one.kind !== 'key' && one.kind !== 'other'),
      );
      let { text } = draft;
      for (const [mask, { apiKey }] of shown) text = text.replaceAll(mask, () => apiKey);
      take(text, 0, draft.secrets, null, hintsWith(next, columns));
    },
    setColumn(heading, role) {
      onChange();
      const next = new Map(columns).set(heading, role);
      setColumns(next);
      take(draft.text, 0, draft.secrets, null, hintsWith(corrections, next));
    },
  };
}

function hintsWith(
  corrections: readonly Correction[],
  columns: ReadonlyMap<string, ColumnRole>,
): Hints {
  return { ownOrigin: location.origin, corrections, columns };
}
