/** A field's label above the field. */
export const LABEL = 'mb-1.25 block text-note font-label text-ink-2';
/** A frame around label and field, and the label in it. */
export const INSIDE =
  'flex items-center rounded-control border border-edge bg-surface ps-3 max-narrow:block';
export const INSIDE_LABEL = 'flex-none text-small text-ink-2 max-narrow:block max-narrow:pt-2';
