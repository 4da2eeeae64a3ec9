import { openDialog } from '~/address/dialogs';
import { SAMPLE_BASE } from '~/core/connection';
import { useConnections } from '~/engine/use-engine';
import { useOutages } from '~/engine/use-board';
import { keyName } from '~/i18n/key-name';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

import { lossName } from './loss-name';

/** The key can be used; it cannot; its service answers nothing. */
const DOT = { good: 'bg-ok-ink', lost: 'bg-bad-ink', out: 'bg-run-ink' } as const;

/** Shows the newest key: whether it works, its service, its mask. Opens the list of all keys. */
export function ConnectionsButton() {
  const t = useT();
  const { connections, needKey } = useConnections((state) => state);
  const outages = useOutages();
  const own = [...connections.values()].filter(({ base }) => base !== SAMPLE_BASE);
  const newest = own.toSorted((a, b) => b.addedAt - a.addedAt)[0];
  if (!newest) return null;
  const state = needKey.has(newest.id) ? 'lost' : outages.has(newest.base) ? 'out' : 'good';
  const said = {
    good: () => keyName(newest, t),
    lost: () => t(lossName(newest)),
    out: () => t('connections.out'),
  } as const satisfies Record<keyof typeof DOT, () => string>;
  return (
    <button
      type="button"
      title={t('connections.open')}
      onClick={() => openDialog({ kind: 'settings', at: 'keys' })}
      className="inline-flex h-9 max-w-64 cursor-pointer items-center gap-2 rounded-control border border-line bg-surface px-3.5 font-medium focus-ring hover:bg-sunken max-wide:hidden"
    >
      <span aria-hidden="true" className={cn('size-2 flex-none rounded-full', DOT[state])} />
      <span className="truncate">{serviceName(newest.base)}</span>
      <span className="flex-none text-ink-3 digits">{said[state]()}</span>
      {own.length > 1 ? (
        <span className="flex-none text-ink-3 digits">+{own.length - 1}</span>
      ) : null}
    </button>
  );
}
