import { useState } from 'react';

import type { ColumnRole, Correction } from '~/features/add-tasks/recognise/analysis';

import { draftOf, MAX_BOX, shortened, type DraftText, type Corrections } from './draft-text';
import { maskKeys, type Hints, type Secrets } from './secrets';

/** Above this many characters, a typed character is read only once typing pauses. */
const AT_ONCE = 20_000;

/** The text in the box with everything read from it, and how it is changed and corrected. */
export interface Draft extends DraftText, Corrections {
  /** The text as typed, if it is not read yet: to be done once typing pauses. */
  unread: string | null;
  /** Reads it, and masks a key that touches the caret only if it is complete. Returns the caret. */
  catchUp: (caret: number, complete: boolean) => number;
  /** Takes pasted text, or text restored with its secrets: every key is masked at once. Returns the caret. */
  paste: (text: string, caret: number, restored?: Secrets) => number;
  /** Takes typed text: a key that touches the caret may be incomplete and stays. Returns the caret. */
  type: (text: string, caret: number) => number;
  /** Says what pieces are; later corrections of the same piece win. */
  correct: (corrections: readonly Correction[]) => void;
  setColumn: (heading: string, role: ColumnRole) => void;
}

/** Keeps the text of the box, masked, and what was read from it; `initial` is pasted text, or a draft to go on with. */
export function useDraft(initial: string | DraftText, onChange: () => void): Draft {
  const [corrected, setCorrected] = useState<Corrections>(
    (typeof initial === 'string' ? undefined : initial.answers) ?? NO_CORRECTIONS,
  );
  const { corrections, columns } = corrected;
  const [draft, setDraft] = useState<DraftText>(() =>
    typeof initial === 'string' ? draftOf(initial, hintsWith(corrected)) : initial,
  );
  const [unread, setUnread] = useState<string | null>(null);

  const take = (
    text: string,
    caret: number,
    secrets: Secrets,
    spare: number | null,
    by: Corrections = corrected,
  ): number => {
    const hints = hintsWith(by);
    const { caret: moved, ...masked } = maskKeys(text, caret, secrets, hints, spare);
    // The notice about the cut stays while most of that text does.
    const cut = draft.cut && text.length > MAX_BOX / 2;
    setDraft(shortened({ ...masked, cut }, hints));
    setCorrected(by);
    setUnread(null);
    return moved;
  };
  // What was said of one text is not meant for the next.
  const stillSaid = draft.text.trim() === '' ? NO_CORRECTIONS : corrected;

  return {
    ...draft,
    corrections,
    columns,
    unread,
    // Masking half a key would leave its other half readable.
    catchUp: (caret, complete) => take(draft.text, caret, draft.secrets, complete ? null : caret),
    paste(text, caret, restored) {
      onChange();
      return take(text, caret, restored ?? draft.secrets, null, restored ? corrected : stillSaid);
    },
    type(text, caret) {
      onChange();
      if (text.length <= AT_ONCE) return take(text, caret, draft.secrets, caret, stillSaid);
      setDraft({ ...draft, text });
      setUnread(text);
      return caret;
    },
    correct(added) {
      onChange();
      const values = new Set(added.map(({ value }) => value));
      const others = corrections.filter(({ value }) => !values.has(value));
      take(draft.text, 0, draft.secrets, null, { columns, corrections: [...others, ...added] });
    },
    setColumn(heading, role) {
      onChange();
      const next = { corrections, columns: new Map(columns).set(heading, role) };
      take(draft.text, 0, draft.secrets, null, next);
    },
  };
}

const NO_CORRECTIONS: Corrections = { corrections: [], columns: new Map() };

function hintsWith({ corrections, columns }: Corrections): Hints {
  return { ownOrigin: location.origin, corrections, columns };
}
