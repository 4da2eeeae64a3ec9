import type { ComponentProps } from 'react';

import { cn } from '~/ui/cn';
import { useDraft } from '~/ui/use-draft';

/** A field as high as its text. It saves when it is left. */
export function TextArea({
  text,
  onSave,
  oneLine = false,
  className,
  ...rest
}: Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'onBlur' | 'onKeyDown'> & {
  text: string;
  onSave: (text: string) => void;
  /** Enter saves, and adds no line; Escape takes back what was written, which is too much to lose elsewhere. */
  oneLine?: boolean;
}) {
  const { field, discard } = useDraft(text, onSave);
  return (
    <textarea
      {...rest}
      {...field}
      rows={1}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || !oneLine) return;
        if (event.key === 'Escape' && field.value !== text) {
          event.stopPropagation();
          discard();
        }
        if (event.key === 'Enter') {
          event.preventDefault();
          event.currentTarget.blur();
        }
      }}
      className={cn(
        'field-sizing-content max-h-60 w-full resize-none rounded-lg border border-edge bg-bg px-2.5 py-1.5 text-ink wrap-anywhere placeholder:text-ink-3 focus-ring',
        className,
      )}
    />
  );
}
