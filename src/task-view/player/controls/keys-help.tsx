import { useT } from '~/i18n/use-t';

import { KEY_MAP, type PlayerAction } from './key-map';

/** The list of the player's keyboard shortcuts. */
export function KeysHelp() {
  const t = useT();
  return (
    <dl className="grid gap-x-8 gap-y-1.5 text-small text-ink-2 sm:grid-cols-2">
      {[...BY_ACTION].map(([action, keys]) => (
        <div key={action} className="flex items-baseline justify-between gap-3">
          <dt>{t(`player.keys.${action}`)}</dt>
          <dd className="flex gap-1.5">
            {keys.map((one) => (
              <kbd
                key={one}
                className="rounded-md border border-line bg-sunken px-1.5 text-caption whitespace-nowrap"
              >
                {KEY_NAMES[one] ?? one}
              </kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

/** Each action with all of its keys, in the order of the map. */
const BY_ACTION = new Map<PlayerAction, string[]>();
for (const [keys, { player: action }] of Object.entries(KEY_MAP)) {
  if (action) BY_ACTION.set(action, [...(BY_ACTION.get(action) ?? []), keys]);
}

/** Symbols instead of words, the same in every language. */
const KEY_NAMES: Readonly<Record<string, string>> = {
  Space: '␣',
  ArrowLeft: '←',
  ArrowRight: '→',
  'Shift+ArrowLeft': '⇧ ←',
  'Shift+ArrowRight': '⇧ →',
  'Shift+P': '⇧ P',
  'Shift+N': '⇧ N',
};
