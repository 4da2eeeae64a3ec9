import { useBoardIndex } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { copyText } from '~/task-view/copy';
import { Menu } from '~/ui/menu';

import { cellsOf, listOf } from './cells';

/** Copies tasks for a message or for a spreadsheet. */
export function CopyMenu({
  keys,
  anchor,
  onClose,
}: {
  keys: readonly string[];
  anchor: HTMLElement;
  onClose: () => void;
}) {
  const t = useT();
  const board = useBoardIndex();
  const copy = (write: typeof listOf): void =>
    void copyText(write(keys.flatMap((key) => board.card(key) ?? [])));
  return (
    <Menu
      anchor={anchor}
      onClose={onClose}
      label={t('select.copy')}
      items={[
        { label: t('select.copyList'), icon: 'copy', onSelect: () => copy(listOf) },
        { label: t('select.copyCells'), icon: 'copy', onSelect: () => copy(cellsOf) },
      ]}
    />
  );
}
