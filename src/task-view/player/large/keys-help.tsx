import { useT } from '~/i18n/use-t';

import { KEY_MAP, type KeyAction } from './key-map';

/** The list of keyboard shortcuts. */
export function KeysHelp() {
  const t = useT();
  return (
    <dl className="grid gap-x-8 gap-y-1.5 text-small text-ink-2 sm:grid-cols-2">
      {BY_ACTION.map(([action, keys]) => (
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
const BY_ACTION = [...new Set(KEY_MAP.map(([, action]) => action))].map(
  (action): [KeyAction, string[]] => [
    action,
    KEY_MAP.filter(([, own]) => own === action).map(([keys]) => keys),
  ],
);

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
