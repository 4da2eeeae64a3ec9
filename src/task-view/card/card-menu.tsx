import { useState } from 'react';
import { flushSync } from 'react-dom';

import { openDialog } from '~/address/dialogs';
import { linkOf } from '~/core/has-video';
import type { TrackedTask } from '~/core/tracked';
import { compareWith } from '~/task-view/compare-with';
import { copyText } from '~/task-view/copy';
import { menuItems, type MenuAction } from './menu-items';
import { removeWithUndo } from '~/task-view/remove';
import { rememberOpener } from '~/task-view/way-back';
import { metOf } from '~/task-view/words/met-of';
import { useCard } from '~/task-view/use-card';
import { changeView, useViewOf } from '~/address/use-view';
import { useEngine, useEngineStatus } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { Menu } from '~/ui/menu';

/** The actions for one task. */
export function CardMenu({
  tracked,
  anchor,
  onClose,
}: {
  tracked: TrackedTask;
  anchor: HTMLElement;
  onClose: () => void;
}) {
  const t = useT();
  const engine = useEngine();
  const card = useCard(tracked);
  const online = useEngineStatus((status) => status.online);
  const inDetails = useViewOf(({ screen }) => screen.kind === 'task');
  const { key } = card;
  const link = linkOf(card.task);
  const [now] = useState(Date.now);
  const met = metOf(card, now);

  const runs: Record<MenuAction, () => void> = {
    rename: () => {
      // Closed first, so that the dialog returns the focus to the button and not to a menu that is gone.
      flushSync(onClose);
      openDialog({ kind: 'rename', key });
    },
    note: () => {
      flushSync(onClose);
      openDialog({ kind: 'note', key });
    },
    copyLink: () => link !== null && void copyText(link),
    copyId: () => void copyText(tracked.taskId),
    checkNow: () => engine.checkNow([key]),
    details: () => changeView({ screen: { kind: 'task', task: tracked } }),
    help() {
      if (met === null) return;
      flushSync(onClose);
      // It is where the focus returns to.
      anchor.focus();
      rememberOpener();
      changeView({ screen: { kind: 'help', about: met } });
    },
    compare: () => {
      flushSync(onClose);
      // It is where the focus returns to.
      anchor.focus();
      compareWith(tracked);
    },
    share: () => {
      flushSync(onClose);
      openDialog({ kind: 'share', keys: [key], name: tracked.label });
    },
    pick: () => engine.pick(key, tracked.pickedAt === null),
    remove: () => {
      const next = neighbourOf(anchor);
      removeWithUndo(engine, [key]);
      // The menu takes the focus once more while it closes.
      requestAnimationFrame(() => next?.focus());
    },
  };
  const items = menuItems({ card, online, inDetails, met }).map(
    ({ action, label, icon, danger, why }) => ({
      label: t(label),
      icon,
      danger,
      onSelect: runs[action],
      disabledReason: why === null ? undefined : t(why),
    }),
  );
  return <Menu anchor={anchor} items={items} onClose={onClose} />;
}

/**
 * Where the focus goes once a card is gone: the same button of a card that stays where it is. The next one does within
 * a row; the first of the next row moves up, and is drawn again.
 */
function neighbourOf(anchor: HTMLElement): HTMLElement | null {
  const cards = [...document.querySelectorAll('[data-card]')];
  const at = cards.findIndex((card) => card.contains(anchor));
  const next = cards[at + 1];
  const isBeside = next?.getBoundingClientRect().top === cards[at]?.getBoundingClientRect().top;
  const card = isBeside ? next : cards[at - 1];
  return (
    card?.querySelector<HTMLElement>('[aria-haspopup="menu"]') ?? document.querySelector('main')
  );
}
