import type { Standing } from '~/core/standing';

const PARTS = {
  ready: 'bg-ok-ink',
  running: 'bg-run',
  attention: 'bg-bad-ink',
  unseen: 'bg-ink-3/60',
} as const satisfies Record<Standing, string>;

/** How much of a group is ready, runs and needs attention. It has no name: the words beside it say the same. */
export function GroupBar({ standings }: { standings: Readonly<Record<Standing, number>> }) {
  return (
    <span
      aria-hidden
      className="flex h-1.5 w-18 flex-none overflow-hidden rounded-full bg-sunken max-sm:w-9"
    >
      {Object.entries(PARTS).map(([standing, look]) => (
        <span
          key={standing}
          className={look}
          style={{ flexGrow: standings[standing as Standing] }}
        />
      ))}
    </span>
  );
}
