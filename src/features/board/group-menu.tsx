import { flushSync } from 'react-dom';

import { openDialog } from '~/address/dialogs';
import type { GroupBy } from '~/core/group-by';
import { isWritten } from '~/core/written-grouping';
import { NO_GROUP } from '~/engine/answers/group-of';
import { useBoardIndex } from '~/engine/use-board';
import { useEngine } from '~/engine/use-engine';
import { groupsOf } from '~/engine/use-groups';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';
import { compareGroup } from '~/task-view/compare-with';
import { removeWithUndo } from '~/task-view/remove';
import { isTake } from '~/task-view/takes';
import { Menu } from '~/ui/menu';
import '~/ui/late-icons';

import { fieldsOf } from './group-fields';
import { groupName } from './group-words';

/** The actions for one group: what its head has no room for on phones, and what changes it. */
export function GroupMenu({
  by,
  id,
  anchor,
  onClose,
}: {
  by: GroupBy;
  id: string;
  anchor: HTMLElement;
  onClose: () => void;
}) {
  const t = useT();
  const engine = useEngine();
  const board = useBoardIndex();
  const now = useNow();
  const groups = groupsOf(board);
  const cards = groups.cards(id);
  const facts = groups.facts(id);
  const [first] = cards;
  if (!facts || !first) return null;
  const ready = cards.filter(({ standing }) => standing === 'ready').map(({ tracked }) => tracked);
  const picks = cards.flatMap(({ key, tracked }) => (tracked.pickedAt === null ? [] : key));
  const open = (dialog: Parameters<typeof openDialog>[0]): void => {
    // Closed first, so that the dialog returns the focus to the button and not to a menu that is gone.
    flushSync(onClose);
    openDialog(dialog);
  };
  const name = groupName(by, facts, t, now);
  const into = { name, fields: fieldsOf(by, first.tracked) };
  const isNamed = isWritten(by) && id !== NO_GROUP;
  return (
    <Menu
      anchor={anchor}
      onClose={onClose}
      items={[
        {
          label: t('groups.compare'),
          icon: 'compare',
          onSelect: () => {
            flushSync(onClose);
            // It is where the focus returns to.
            anchor.focus();
            compareGroup(cards, { by, id });
          },
          disabledReason: cards.filter(isTake).length < 2 ? t('groups.why.two') : undefined,
        },
        {
          label: t('groups.download', { n: ready.length }),
          icon: 'download',
          onSelect: () => open({ kind: 'download', tasks: ready }),
          disabledReason: ready.length === 0 ? t('board.downloadNone') : undefined,
        },
        {
          label: t('share.group', { n: cards.length }),
          icon: 'link',
          onSelect: () =>
            open({
              kind: 'share',
              keys: cards.map(({ key }) => key),
              name: id === NO_GROUP ? null : name,
            }),
        },
        ...(picks.length > 0
          ? ([
              {
                label: t('groups.send', { n: picks.length }),
                icon: 'share',
                onSelect: () => open({ kind: 'send', keys: picks }),
              },
            ] as const)
          : []),
        ...(isNamed
          ? ([
              {
                label: t('groups.rename'),
                icon: 'pencil',
                onSelect: () => open({ kind: 'rename-group', by, id }),
              },
              {
                label: t('groups.merge'),
                icon: 'arrow-right',
                onSelect: () => open({ kind: 'merge-group', by, id }),
              },
              {
                label: t('groups.add'),
                icon: 'plus',
                onSelect: () => open({ kind: 'add', text: '', into }),
              },
            ] as const)
          : []),
        {
          label: t('groups.remove', { n: cards.length }),
          icon: 'trash',
          danger: true,
          onSelect: () => {
            const next = neighbourOf(anchor);
            removeWithUndo(
              engine,
              cards.map(({ key }) => key),
            );
            // The menu takes the focus once more while it closes.
            requestAnimationFrame(() => next?.focus());
          },
        },
      ]}
    />
  );
}

/** Where the focus goes once a group is gone: the same button of the next one, or of the one before. */
function neighbourOf(anchor: HTMLElement): HTMLElement | null {
  const heads = [...document.querySelectorAll('[data-head]')];
  const at = heads.findIndex((head) => head.contains(anchor));
  const head = heads[at + 1] ?? heads[at - 1];
  return (
    head?.querySelector<HTMLElement>('[aria-haspopup="menu"]') ?? document.querySelector('main')
  );
}
