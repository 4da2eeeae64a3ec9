import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { usePrefs } from '~/prefs/use-prefs';
import { cn } from '~/ui/cn';

import { isCharacterKey, keysOf, type Actions } from './key-map';

/** The keys of one screen, and what each does there: only those that act now. */
export function KeyList({
  screen,
  without,
  className,
}: {
  screen: keyof Actions;
  /** Keys that act there, too, are left out. */
  without?: keyof Actions | undefined;
  className?: string;
}) {
  const t = useT();
  const isOff = usePrefs(({ singleKeys }) => singleKeys === 'off');
  return (
    <dl className={cn('grid gap-x-8 gap-y-1.5 text-small text-ink-2 sm:grid-cols-2', className)}>
      {[...LISTS[screen](without)].map(([word, all]) => {
        const keys = isOff ? all.filter((key) => !isCharacterKey(key)) : all;
        return keys.length === 0 ? null : (
          <div key={word} className="flex items-baseline justify-between gap-3">
            <dt>{t(word)}</dt>
            <dd className="flex flex-wrap justify-end gap-1.5">
              {keys.map((key) => (
                <kbd
                  key={key}
                  className="rounded-md border border-line bg-sunken px-1.5 text-caption whitespace-nowrap"
                >
                  {keyName(key)}
                </kbd>
              ))}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

type Lists = { [S in keyof Actions]: (without?: keyof Actions) => ReturnType<typeof byWord> };

const LISTS: Lists = {
  page: (without) => byWord('page', (action) => `keys.${action}`, without),
  board: (without) => byWord('board', (action) => `keys.${action}`, without),
  table: (without) => byWord('table', (action) => `keys.${action}`, without),
  player: (without) => byWord('player', (action) => `player.keys.${action}`, without),
  comparison: (without) => byWord('comparison', inComparison, without),
};

function inComparison(action: Actions['comparison']): MessageKey {
  if (action === 'hear1' || action === 'hear2' || action === 'hear3' || action === 'hear4')
    return 'player.keys.hear';
  return `player.keys.${action}`;
}

/** Keys by the word for what they do: four of a comparison have the same. */
function byWord<S extends keyof Actions>(
  screen: S,
  word: (action: Actions[S]) => MessageKey,
  without: keyof Actions | undefined,
): ReadonlyMap<MessageKey, readonly string[]> {
  const found = new Map<MessageKey, readonly string[]>();
  for (const [action, keys] of keysOf(screen, without))
    found.set(word(action), [...(found.get(word(action)) ?? []), ...keys]);
  return found;
}

/** Symbols instead of words, the same in every language. */
const NAMES: Readonly<Record<string, string>> = {
  Space: '␣',
  Enter: '↵',
  Escape: 'Esc',
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  PageUp: 'PgUp',
  PageDown: 'PgDn',
  Shift: '⇧',
};

function keyName(key: string): string {
  return key
    .split('+')
    .map((part) => (part === 'Mod' ? modName() : (NAMES[part] ?? part)))
    .join(' ');
}

function modName(): string {
  return /Mac|iP(?:hone|ad|od)/.test(navigator.userAgent) ? '⌘' : 'Ctrl';
}
