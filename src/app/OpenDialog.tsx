import type { ReactNode } from 'react';

import type { Dialog, DialogKind } from '~/address/dialogs';
import type { TrackedTask } from '~/core/tracked';
import { useTracked, useTrackedTask } from '~/engine/use-engine';

import type { Config } from './config';
import {
  AddTasksDialog,
  BoardViewDialog,
  CardMenu,
  ChangeKeyDialog,
  Chooser,
  ColumnsMenu,
  ConnectionsList,
  DownloadDialog,
  FilterDialog,
  GroupMenu,
  KeepPanel,
  Lightbox,
  MergeGroupDialog,
  MissingKeysDialog,
  MoreBulkMenu,
  MoveDialog,
  NoteDialog,
  NoticesDialog,
  RelocateDialog,
  RenameDialog,
  RenameGroupDialog,
  Palette,
  SendDialog,
  Settings,
  ShareDialog,
  SharedDialog,
  ShortcutsDialog,
  TagDialog,
  UseKeyDialog,
  ViewsDialog,
  ViewsMenu,
} from './dialog-parts';
import {
  AboutDialog,
  BackupDialog,
  BinDialog,
  LockDialog,
  PrivateDialog,
  RestoreDialog,
} from './settings-parts';

/** One dialog, or the menu. */
export function OpenDialog<K extends DialogKind>({
  dialog,
  onClose,
  config,
}: {
  dialog: Dialog<K>;
  onClose: () => void;
  config: Config;
}) {
  return DRAWN[dialog.kind](dialog, onClose, config);
}

type Draw<K extends DialogKind> = (
  dialog: Dialog<K>,
  onClose: () => void,
  config: Config,
) => ReactNode;

const DRAWN: { [K in DialogKind]: Draw<K> } = {
  settings: ({ at }, onClose) => <SettingsWithParts at={at} onClose={onClose} />,
  about: (_, onClose) => <AboutDialog onClose={onClose} />,
  private: ({ forget }, onClose) => (
    <PrivateDialog forget={forget} onClose={onClose}>
      <ConnectionsList />
    </PrivateDialog>
  ),
  lock: (_, onClose) => <LockDialog onClose={onClose} />,
  backup: (_, onClose) => <BackupDialog onClose={onClose} />,
  restore: (_, onClose, offer) => <RestoreDialog offer={offer} onClose={onClose} />,
  bin: (_, onClose) => <BinDialog onClose={onClose} />,
  shortcuts: (_, onClose) => <ShortcutsDialog onClose={onClose} />,
  palette: (_, onClose) => <Palette onClose={onClose} />,
  'change-key': ({ wanted, onKey }, onClose, { services }) => (
    <ChangeKeyDialog wanted={wanted} services={services} onKey={onKey} onClose={onClose} />
  ),
  keys: (_, onClose) => <MissingKeysDialog onClose={onClose} />,
  notices: (_, onClose, config) => <NoticesDialog config={config} onClose={onClose} />,
  add: (form, onClose, offer) => <AddTasksDialog {...form} offer={offer} onClose={onClose} />,
  share: ({ keys, name, opens }, onClose) => (
    <ShareDialog keys={keys} name={name} opens={opens} onClose={onClose} />
  ),
  shared: ({ from }, onClose, offer) => (
    <SharedDialog from={from} offer={offer} onClose={onClose} />
  ),
  download: ({ tasks, named, format }, onClose) => (
    <DownloadDialog tasks={tasks} named={named} format={format} onClose={onClose} />
  ),
  send: ({ keys }, onClose) => <SendDialog keys={keys} onClose={onClose} />,
  menu: ({ key, anchor }, onClose) => (
    <OfTask
      key={key}
      taskKey={key}
      draw={(tracked) => <CardMenu tracked={tracked} anchor={anchor} onClose={onClose} />}
    />
  ),
  rename: ({ key }, onClose) => (
    <OfTask
      key={key}
      taskKey={key}
      draw={(tracked) => <RenameDialog tracked={tracked} onClose={onClose} />}
    />
  ),
  'group-menu': ({ by, id, anchor }, onClose) => (
    <GroupMenu by={by} id={id} anchor={anchor} onClose={onClose} />
  ),
  'rename-group': ({ by, id }, onClose) => <RenameGroupDialog by={by} id={id} onClose={onClose} />,
  'merge-group': ({ by, id }, onClose) => <MergeGroupDialog by={by} id={id} onClose={onClose} />,
  tag: ({ keys }, onClose) => <TagDialog keys={keys} onClose={onClose} />,
  move: ({ keys }, onClose) => <MoveDialog keys={keys} onClose={onClose} />,
  takes: ({ chosen, group }, onClose) => (
    <Chooser chosen={chosen} group={group} onClose={onClose} />
  ),
  'use-key': ({ base, keys }, onClose) => (
    <UseKeyDialog base={base} keys={keys} onClose={onClose} />
  ),
  relocate: ({ keys }, onClose, offer) => (
    <RelocateDialog keys={keys} offer={offer} onClose={onClose} />
  ),
  'more-bulk': ({ keys, anchor }, onClose) => (
    <MoreBulkMenu keys={keys} anchor={anchor} onClose={onClose} />
  ),
  columns: ({ anchor }, onClose) => <ColumnsMenu anchor={anchor} onClose={onClose} />,
  filter: (_, onClose) => <FilterDialog onClose={onClose} />,
  'board-view': (_, onClose) => <BoardViewDialog onClose={onClose} />,
  views: ({ anchor }, onClose) => <ViewsMenu anchor={anchor} onClose={onClose} />,
  'edit-views': (_, onClose) => <ViewsDialog onClose={onClose} />,
  note: ({ key }, onClose) => (
    <OfTask
      key={key}
      taskKey={key}
      draw={(tracked) => <NoteDialog tracked={tracked} onClose={onClose} />}
    />
  ),
  images: ({ images, index }, onClose) => (
    <Lightbox images={images} index={index} onClose={onClose} />
  ),
};

function SettingsWithParts({ at, onClose }: { at?: 'keys' | undefined; onClose: () => void }) {
  const empty = useTracked((state) => state.tasks.size === 0);
  return (
    <Settings at={at} onClose={onClose} keep={empty ? null : <KeepPanel />}>
      <ConnectionsList />
    </Settings>
  );
}

/** Nothing while the task is not on the board. */
function OfTask({ taskKey, draw }: { taskKey: string; draw: (tracked: TrackedTask) => ReactNode }) {
  const tracked = useTrackedTask(taskKey);
  return tracked ? draw(tracked) : null;
}
