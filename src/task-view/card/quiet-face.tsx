import type { ReactNode } from 'react';

/** A face without images: a few words in the middle of a quiet frame. */
export function QuietFace({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="absolute inset-0 max-narrow:relative grid place-items-center overflow-y-auto bg-sunken px-6 py-3 text-center text-ink-2">
      <div className="max-w-[46ch]">
        <p className="text-large font-semibold text-ink">{title}</p>
        {children}
      </div>
    </div>
  );
}
