import { flushSync } from 'react-dom';

import { useBoardIndex } from '~/engine/use-board';
import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { copyText } from '~/task-view/copy';
import { shownCells } from '~/task-view/selection/shown-cells';
import { Menu } from '~/ui/menu';

import { BULK, MORE_ACTIONS, splitFor } from './bulk';
import { cellsOf, listOf } from './cells';
import { keptIn, runBulk } from './run-bulk';
import { skippedWords } from './skipped-words';

/** What is done more rarely with the chosen tasks. */
export function MoreBulkMenu({
  keys,
  anchor,
  onClose,
}: {
  keys: readonly string[];
  anchor: HTMLElement;
  onClose: () => void;
}) {
  const t = useT();
  const engine = useEngine();
  const board = useBoardIndex();
  const cards = keys.flatMap((key) => board.card(key) ?? []);
  const actions = MORE_ACTIONS.map((action) => {
    const { label, icon } = BULK[action];
    const { fit, skipped } = splitFor(action, cards, keptIn(engine));
    return {
      label: t(label, { n: fit.length }),
      icon,
      disabledReason: fit.length === 0 ? skippedWords(skipped, t)?.text : undefined,
      onSelect: () => {
        // Closed first, so that a dialog returns the focus to the button and not to a menu that is gone.
        flushSync(onClose);
        void runBulk(action, cards, { engine, t, now: Date.now() });
      },
    };
  });
  const copy = (text: string): void => void copyText(text);
  return (
    <Menu
      anchor={anchor}
      onClose={onClose}
      items={[
        ...actions,
        { label: t('select.copyList'), icon: 'copy', onSelect: () => copy(listOf(cards)) },
        {
          label: t('select.copyCells'),
          icon: 'copy',
          onSelect: () => copy(shownCells(new Set(keys)) ?? cellsOf(cards)),
        },
      ]}
    />
  );
}
