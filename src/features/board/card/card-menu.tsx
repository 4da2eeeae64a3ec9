import type { TrackedTask } from '~/core/tracked';
import { compareWith } from '~/features/board/compare-with';
import { copyText } from '~/features/board/copy';
import { removeWithUndo } from '~/features/board/remove';
import { useTools } from '~/features/board/tools';
import { useCard, type Card } from '~/features/board/use-card';
import { changeView, useView } from '~/address/use-view';
import { useEngine, useEngineStatus } from '~/engine/tasks/use-engine';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { Menu, type MenuEntry } from '~/ui/menu';

/** What can be done with one task. What cannot be done now is there too, with the reason. */
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
  const { open } = useTools();
  const card = useCard(tracked);
  const online = useEngineStatus((status) => status.online);
  const inDetails = useView().task !== null;
  const { key, task } = card;
  const link = task?.video?.kind === 'link' ? task.video.url : null;
  const why = (reason: MessageKey | null): string | undefined => (reason ? t(reason) : undefined);

  const items: MenuEntry[] = [
    {
      label: t('card.menu.rename'),
      icon: 'pencil',
      onSelect: () => open({ kind: 'rename', key }),
    },
    {
      label: t('card.menu.copyLink'),
      icon: 'link',
      onSelect: () => void copyText(link ?? ''),
      disabledReason: why(whyNoLink(card)),
    },
    {
      label: t('card.menu.copyId'),
      icon: 'copy',
      onSelect: () => void copyText(tracked.taskId),
    },
    {
      label: t('card.menu.checkNow'),
      icon: 'refresh',
      onSelect: () => engine.checkNow([key]),
      disabledReason: why(whyNoCheck(card, online)),
    },
    {
      label: t('card.menu.details'),
      icon: 'info',
      onSelect: () => changeView({ task: tracked }),
      disabledReason: why(inDetails ? 'card.why.here' : null),
    },
    {
      label: t('compare.open'),
      icon: 'compare',
      onSelect: () => compareWith(tracked),
      disabledReason: why(task?.video ? null : 'card.why.noVideo'),
    },
    {
      label: t(tracked.pickedAt === null ? 'compare.pick' : 'compare.unpick'),
      icon: 'star',
      onSelect: () => engine.pick(key, tracked.pickedAt === null),
      disabledReason: why(task?.video ? null : 'card.why.noVideo'),
    },
    {
      label: t('card.menu.remove'),
      icon: 'trash',
      danger: true,
      onSelect: () => removeWithUndo(engine, [key]),
    },
  ];
  return <Menu anchor={anchor} items={items} onClose={onClose} />;
}

function whyNoLink({ task }: Card): MessageKey | null {
  if (!task?.video) return 'card.why.noVideo';
  return task.video.kind === 'content' ? 'card.why.keyed' : null;
}

function whyNoCheck({ trouble }: Card, online: boolean): MessageKey | null {
  if (trouble === 'no_key') return 'card.why.noKey';
  return online ? null : 'card.why.offline';
}
