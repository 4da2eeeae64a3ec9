import type { ReactNode } from 'react';

import { Icon } from '~/ui/icons';
import '~/ui/late-icons';

/** A section of the side column with a heading. */
export function Block({
  title,
  aside,
  children,
}: {
  title: string;
  /** Shown to the right of the heading. */
  aside?: ReactNode;
  children: ReactNode;
}) {
  return (
    <section className="border-t border-line py-3.5">
      <div className="mb-1.5 flex min-h-6 items-center gap-2">
        <h3 className="flex-1 text-note font-semibold text-ink-2">{title}</h3>
        {aside}
      </div>
      {children}
    </section>
  );
}

/** The same, but folded. */
export function Fold({ title, children }: { title: string; children: ReactNode }) {
  return (
    <details className="group/fold border-t border-line py-3.5">
      <summary className="flex cursor-pointer list-none items-center gap-2 rounded text-note font-semibold text-ink-2 focus-ring [&::-webkit-details-marker]:hidden">
        <Icon name="chevron-right" className="fades group-open/fold:rotate-90" />
        {title}
      </summary>
      <div className="pt-2.5">{children}</div>
    </details>
  );
}

/** Names on the left, values on the right. Rows without a value are left out. */
export function Rows({ rows }: { rows: readonly (readonly [name: string, value: ReactNode])[] }) {
  return (
    <dl className="grid grid-cols-[fit-content(50%)_1fr] gap-x-4 gap-y-1 digits">
      {rows.map(([name, value]) =>
        value === null ? null : (
          <div key={name} className="col-span-2 grid grid-cols-subgrid">
            <dt className="text-ink-3 wrap-anywhere">{name}</dt>
            <dd className="min-w-0 text-end wrap-anywhere">{value}</dd>
          </div>
        ),
      )}
    </dl>
  );
}
