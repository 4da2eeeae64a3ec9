import { useEffect, useRef, useState, type ChangeEvent } from 'react';

/**
 * A text that is saved when its field is left, or goes: while it is written, nothing else changes it.
 * Returns what the field needs, and how to give the draft up.
 */
export function useDraft(value: string, save: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const pending = useRef<(() => void) | null>(null);
  useEffect(
    () => () => {
      pending.current?.();
      pending.current = null;
    },
    [],
  );
  const end = (keep: boolean): void => {
    if (keep) pending.current?.();
    pending.current = null;
    setDraft(null);
  };
  return {
    field: {
      value: draft ?? value,
      onChange(event: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) {
        const text = event.target.value;
        setDraft(text);
        pending.current = () => save(text);
      },
      onBlur: () => end(true),
    },
    discard: () => end(false),
  };
}
