/** A field's label above the field. */
export const LABEL = 'mb-[5px] block text-[12.5px] font-[550] text-ink-2';
/** A frame around label and field, and the label in it. */
export const INSIDE = 'flex items-center rounded-[10px] border border-line bg-surface pl-3';
export const INSIDE_LABEL = 'flex-none text-[13px] text-ink-2';
