import { useId, useMemo, useRef, useState, type KeyboardEvent } from 'react';
import { flushSync } from 'react-dom';

import { useView } from '~/address/use-view';
import { useBoardIndex } from '~/engine/use-board';
import { useEngine } from '~/engine/use-engine';
import { useSavedViews } from '~/features/find/saved-views';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { Dialog } from '~/ui/dialog';
import { Icon } from '~/ui/icons';
import { isComposing } from '~/ui/keys';

import { commandsOf, type Offer } from './commands';
import { findOffers, type Found } from './find-offers';

const WORDS = {
  commands: 'keys.commands',
  shots: 'keys.shots',
  tasks: 'board.tasks',
} as const satisfies Record<keyof Found, MessageKey>;
const KINDS = ['commands', 'shots', 'tasks'] as const;

/** Whatever the page can do, and every task, by what is typed. */
export function Palette({ onClose }: { onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const board = useBoardIndex();
  const view = useView();
  const views = useSavedViews();
  const field = useRef<HTMLInputElement>(null);
  const listId = useId();
  const [query, setQuery] = useState('');
  const [active, setActive] = useState(0);
  // As it was when the palette was opened: nothing moves while somebody chooses.
  const [commands] = useState(() => commandsOf({ engine, board, view, views, t }));
  const [tasks] = useState(() => engine.tracked.getState().tasks);
  const found = useMemo(
    () => findOffers(query, commands, board, tasks.keys()),
    [query, commands, board, tasks],
  );
  const all = KINDS.flatMap((kind) => found[kind]);
  const chosen = all[active];
  const idOf = (at: number): string => `${listId}-${at}`;

  const run = (offer: Offer): void => {
    // Closed first, so that the focus it returns does not leave what is opened.
    flushSync(onClose);
    offer.run();
  };
  const press = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === 'Enter' && chosen) run(chosen);
    else if (event.key === 'ArrowDown') setActive(active + 1 < all.length ? active + 1 : 0);
    else if (event.key === 'ArrowUp') setActive(active > 0 ? active - 1 : all.length - 1);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('keys.palette')}
      closeLabel={t('ui.close')}
      initialFocus={field}
    >
      {/* Around it there is room for its outline. */}
      <div className="sticky top-0 z-10 -mx-1 bg-surface p-1 pb-2">
        <input
          ref={field}
          role="combobox"
          aria-label={t('keys.find')}
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={chosen ? idOf(active) : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('keys.find')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setActive(0);
          }}
          onKeyDown={press}
          className="h-10 w-full rounded-control border border-edge bg-surface px-3 placeholder:text-ink-3 focus-ring"
        />
        <p role="status" className="sr-only">
          {all.length === 0 ? t('keys.nothing') : t('keys.found', { n: all.length })}
        </p>
      </div>
      <div id={listId} role="listbox" aria-label={t('keys.palette')} className="min-h-96">
        {all.length === 0 ? (
          <p className="px-2 py-3 text-ink-2">{t('keys.nothing')}</p>
        ) : (
          KINDS.map((kind) =>
            found[kind].length === 0 ? null : (
              <div key={kind} role="group" aria-label={t(WORDS[kind])}>
                <p aria-hidden="true" className="px-2 pt-2 pb-1 text-note font-semibold text-ink-3">
                  {t(WORDS[kind])}
                </p>
                {found[kind].map((offer) => {
                  const at = all.indexOf(offer);
                  return (
                    <Option
                      key={offer.id}
                      id={idOf(at)}
                      offer={offer}
                      active={at === active}
                      onPoint={() => setActive(at)}
                      onRun={() => run(offer)}
                    />
                  );
                })}
              </div>
            ),
          )
        )}
      </div>
    </Dialog>
  );
}

function Option({
  id,
  offer,
  active,
  onPoint,
  onRun,
}: {
  id: string;
  offer: Offer;
  active: boolean;
  onPoint: () => void;
  onRun: () => void;
}) {
  return (
    <button
      type="button"
      tabIndex={-1}
      // The field keeps the focus and the keys.
      ref={(option) => {
        if (active) option?.scrollIntoView({ block: 'nearest' });
      }}
      id={id}
      role="option"
      aria-selected={active}
      onPointerMove={onPoint}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onRun}
      className={cn(
        'flex w-full text-start min-h-9 scroll-mt-24 cursor-pointer items-center gap-2.5 rounded-control px-2 py-1.5',
        active && 'bg-accent-soft text-accent lift-tab',
      )}
    >
      <Icon name={offer.icon} className={active ? '' : 'text-ink-3'} />
      <span className="min-w-0 flex-1 truncate">{offer.label}</span>
      {offer.beside === undefined ? null : (
        <span className="max-w-1/2 truncate text-note text-ink-3"> {offer.beside}</span>
      )}
    </button>
  );
}
