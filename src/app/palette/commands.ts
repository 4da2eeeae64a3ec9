import { openDialog } from '~/address/dialogs';
import { INSIGHT } from '~/address/insight';
import { BOARD } from '~/address/screens';
import { changeView } from '~/address/use-view';
import { parseView, type View } from '~/address/view';
import { DENSITIES } from '~/core/density';
import { FILTER_NAMES, FILTER_VALUES, NO_FILTERS, toggled } from '~/core/filters';
import { groupingsOf } from '~/core/groupings';
import { SHOWS, SORTS } from '~/core/standing';
import type { BoardIndex } from '~/engine/answers/board-index';
import type { Engine } from '~/engine/engine';
import { groupingWord } from '~/features/board/arrange-selects';
import { filterWords, OFFERED } from '~/features/find/filter-words';
import type { SavedView } from '~/features/find/saved-views';
import type { Translate } from '~/i18n/i18n';
import { chooseDensity } from '~/task-view/density';
import { chooseGrouping } from '~/task-view/grouping';
import type { IconName } from '~/ui/icons';

/** Something that the palette offers. */
export interface Offer {
  id: string;
  label: string;
  /** What tells it from others of the same name. */
  beside?: string | undefined;
  icon: IconName;
  run: () => void;
}

interface Scene {
  engine: Engine;
  board: BoardIndex;
  view: View;
  views: readonly SavedView[];
  t: Translate;
}

/** All commands, those that are used most first. */
export function commandsOf(scene: Scene): readonly Offer[] {
  return [
    ...pageCommands(scene),
    ...viewCommands(scene),
    ...arrangeCommands(scene),
    ...filterCommands(scene),
  ];
}

function pageCommands({ engine, t }: Scene): Offer[] {
  const { tasks } = engine.tracked.getState();
  const picks = [...tasks].flatMap(([key, { pickedAt }]) => (pickedAt === null ? [] : [key]));
  const { paused } = engine.status.getState();
  return [
    command(t('app.addTasks'), 'plus', () => openDialog({ kind: 'add', text: '' })),
    ...(picks.length > 0
      ? [
          command(t('find.send', { n: picks.length }), 'share', () =>
            openDialog({ kind: 'send', keys: picks }),
          ),
        ]
      : []),
    command(t('find.insight'), 'columns', () => changeView({ screen: INSIGHT })),
    command(t('app.settings'), 'gear', () => openDialog({ kind: 'settings' })),
    command(t('player.keys'), 'sliders', () => openDialog({ kind: 'shortcuts' })),
    command(t('app.help'), 'question', () => changeView({ screen: { kind: 'help', about: '' } })),
    command(t(paused ? 'board.resume' : 'board.pause'), paused ? 'play' : 'pause', () =>
      engine.setPaused(!paused),
    ),
  ];
}

function viewCommands({ views, t }: Scene): Offer[] {
  return [
    ...views.map(({ name, address }) =>
      named(t, t('board.view'), name, 'board', () => changeView(parseView(address))),
    ),
    command(t('find.saveView'), 'plus', () => openDialog({ kind: 'edit-views' })),
  ];
}

function arrangeCommands({ engine, t }: Scene): Offer[] {
  const { tasks } = engine.tracked.getState();
  return [
    ...SHOWS.map((show) =>
      named(t, t('board.show'), t(`board.${show}`), 'sliders', () => toBoard({ show })),
    ),
    ...groupingsOf(tasks).map((by) =>
      named(t, t('board.group'), groupingWord(by, t), 'move', () => {
        toBoard();
        chooseGrouping(by);
      }),
    ),
    ...DENSITIES.map((density) =>
      named(t, t('board.density'), t(`board.density.${density}`), 'board', () => {
        toBoard();
        chooseDensity(density);
      }),
    ),
    ...SORTS.map((sort) =>
      named(t, t('board.sort'), t(`board.sort.${sort}`), 'sliders', () => toBoard({ sort })),
    ),
  ];
}

/** Filters that leave something, and those that are on. */
function filterCommands({ engine, board, view, t }: Scene): Offer[] {
  const by = { ...engine.connections.getState(), ...engine.tracked.getState() };
  const choices = board.choices(view, OFFERED);
  const filters = FILTER_NAMES.flatMap((name) =>
    [...new Set([...(view.filters[name] ?? []), ...(choices[name]?.keys() ?? [])])]
      .slice(0, FILTER_VALUES[name]?.length ?? MOST_VALUES)
      .map((value) =>
        named(t, t('find.title'), filterWords(name, value, by, t), 'sliders', () =>
          toBoard({ filters: toggled(view.filters, name, value) }),
        ),
      ),
  );
  const all = command(t('board.filter'), 'sliders', () => openDialog({ kind: 'filter' }));
  const isAny = Object.keys(view.filters).length > 0;
  return [
    all,
    ...(isAny
      ? [command(t('find.clearFilters'), 'close', () => toBoard({ filters: NO_FILTERS }))]
      : []),
    ...filters,
  ];
}

/** Of one filter, as many values as can be told apart. */
const MOST_VALUES = 100;

function toBoard(change?: Partial<View>): void {
  const isThere = parseView(location.hash).screen.kind === 'board';
  if (change || !isThere) changeView({ ...change, screen: BOARD });
}

function named(t: Translate, name: string, value: string, icon: IconName, run: () => void): Offer {
  return command(t('find.named', { name, value }), icon, run);
}

function command(label: string, icon: IconName, run: () => void): Offer {
  return { id: label, label, icon, run };
}
