import type { RefObject } from 'react';
import type { VirtualizerHandle } from 'virtua';

import { changeView } from '~/address/use-view';
import { boardIndexOf } from '~/engine/answers/board-index';
import { whyNot } from '~/engine/answers/why-not';
import type { Engine } from '~/engine/engine';
import { cardToFocus } from '~/task-view/card/card-to-focus';
import { actionOf, type BoardAction } from '~/task-view/keys/key-map';
import { player } from '~/task-view/player/player';
import {
  clearSelection,
  selectAllShown,
  selection,
  selectTo,
  toggleSelected,
} from '~/task-view/selection/selection';
import { rememberOpener } from '~/task-view/way-back';

import { steppedCard, type CardStep, type Spot } from './card-steps';
import { focusSoon } from './focus-soon';
import type { Row } from './rows';

/** The cards that keys lead through. */
export interface ShownCards {
  place: RefObject<HTMLElement | null>;
  handle: RefObject<VirtualizerHandle | null>;
  rows: readonly Row[];
  /** Those with the focus. */
  focusedRows: readonly number[];
}

/** Does what a key does on the board; false if it does nothing there. */
export function pressCardKey(event: KeyboardEvent, engine: Engine, shown: ShownCards): boolean {
  const action = actionOf('board', event);
  if (action === undefined) return false;
  // Held down, a key leads on, and does nothing else again and again.
  if (event.repeat && !isStep(action)) return true;
  return isStep(action)
    ? step(action, event.key, shown)
    : ACTS[action](
        engine,
        focusedCard()?.dataset['card'] ?? (action === 'pick' ? watched() : undefined),
      );
}

type Act = (engine: Engine, key: string | undefined) => boolean;

/** Those of a card are for the one with the focus. */
const ACTS: Readonly<Record<Exclude<BoardAction, CardStep>, Act>> = {
  details: ofCard((engine, key) => {
    const card = boardIndexOf(engine).card(key);
    if (!card) return;
    rememberOpener();
    changeView({ screen: { kind: 'task', task: card.tracked } });
  }),
  play: ofCard((_, key) => {
    const card = focusedCard();
    const video = player.getState().key === key ? card?.querySelector('video') : null;
    if (!video) card?.querySelector<HTMLElement>('[data-cover]')?.click();
    else if (video.paused) video.play().catch(() => {});
    else video.pause();
  }),
  choose: ofCard((_, key) => toggleSelected(key)),
  chooseTo: ofCard((_, key) => selectTo(key)),
  pick: ofCard((engine, key) => {
    const card = boardIndexOf(engine).card(key);
    if (card && whyNot('pick', card) === null) engine.pick(key, card.tracked.pickedAt === null);
  }),
  chooseAll() {
    selectAllShown();
    return true;
  },
  chooseNone() {
    if (selection.getState().keys.size === 0) return false;
    clearSelection();
    return true;
  },
};

function ofCard(act: (engine: Engine, key: string) => void): Act {
  return (engine, key) => {
    if (key !== undefined) act(engine, key);
    return key !== undefined;
  };
}

function isStep(action: BoardAction): action is CardStep {
  return !(action in ACTS);
}

function step(to: CardStep, key: string, { place, handle, rows, focusedRows }: ShownCards) {
  const from = spotOfFocus(rows, focusedRows);
  // Elsewhere, arrows scroll or lead through a choice.
  if (from === null && key.startsWith('Arrow') && !isNowhere()) return false;
  const found =
    from === null ? firstInSight(place.current) : cardAt(rows, steppedCard(rows, from, to));
  if (found === undefined) return from !== null;
  const column = document.activeElement?.closest<HTMLElement>('[data-cell]')?.dataset['cell'];
  if (findCard(place.current, found) === null)
    handle.current?.scrollToIndex(
      rows.findIndex((row) => row.includes(found)),
      { align: 'nearest' },
    );
  focusSoon(() => {
    const card = findCard(place.current, found);
    return card && cardToFocus(card, column);
  });
  return true;
}

function spotOfFocus(rows: readonly Row[], [row]: readonly number[]): Spot | null {
  if (row === undefined) return null;
  const column = rows[row]?.indexOf(focusedCard()?.dataset['card'] ?? '') ?? -1;
  return { row, column: column === -1 ? null : column };
}

function cardAt(rows: readonly Row[], spot: Spot | null): string | undefined {
  return spot === null ? undefined : rows[spot.row]?.[spot.column ?? 0];
}

function focusedCard(): HTMLElement | null | undefined {
  return document.activeElement?.closest<HTMLElement>('[data-card]');
}

/** The card whose video plays: it is what a person means who has clicked elsewhere. */
function watched(): string | undefined {
  const { key, status } = player.getState();
  return key !== null && status === 'playing' && isNowhere() ? key : undefined;
}

/** Nothing has the focus, or only the page as a whole. */
function isNowhere(): boolean {
  const { activeElement } = document;
  return activeElement === null || activeElement.matches('body, main');
}

/** The first card that begins below the top of the board. */
function firstInSight(place: HTMLElement | null): string | undefined {
  const cards = [...(place?.querySelectorAll<HTMLElement>('[data-card]') ?? [])];
  const top = place?.closest('main')?.getBoundingClientRect().top ?? 0;
  const found = cards.find((card) => card.getBoundingClientRect().top >= top) ?? cards[0];
  return found?.dataset['card'];
}

function findCard(place: HTMLElement | null, key: string): HTMLElement | null {
  return place?.querySelector<HTMLElement>(`[data-card="${CSS.escape(key)}"]`) ?? null;
}
