import type { ComponentProps } from 'react';

import { loadWords } from '~/i18n/i18n';

import { lazyPart, PartFailed } from './lazy-part';

/** The dialogs and what is in them: none of them is in the first download, nor are these lines. */

export const AddTasksDialog = lazyPart(
  async () => (await import('~/features/add-tasks/form/dialogs')).AddTasksDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const ChangeKeyDialog = lazyPart(
  async () => {
    const [{ ChangeKeyDialog: Dialog }, { keysFor }] = await Promise.all([
      import('~/features/connections/change-key-dialog'),
      import('~/features/add-tasks/pairing/keys-for'),
    ]);
    const findKeys = (text: string, base: string) => keysFor(text, base, location.origin);
    return (props: Omit<ComponentProps<typeof Dialog>, 'findKeys'>) => (
      <Dialog {...props} findKeys={findKeys} />
    );
  },
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const MissingKeysDialog = lazyPart(
  async () => (await import('~/features/add-tasks/form/dialogs')).MissingKeysDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const NoticesDialog = lazyPart(
  async () => (await import('./NoticesDialog')).NoticesDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const ConnectionsList = lazyPart(
  async () => (await import('~/features/connections/connections-list')).ConnectionsList,
  () => null,
);

export const KeepPanel = lazyPart(
  async () => (await import('~/features/keep/keep-panel')).KeepPanel,
  () => null,
);

export const ShareDialog = lazyPart(
  async () => (await import('~/features/share/share-dialog')).ShareDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const SharedDialog = lazyPart(
  async () => (await import('~/features/share/shared-dialog')).SharedDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const DownloadDialog = lazyPart(
  async () => (await import('~/features/keep/download-dialog')).DownloadDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const CardMenu = lazyPart(
  async () => (await import('~/task-view/card/card-menu')).CardMenu,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const RenameDialog = lazyPart(
  async () => (await import('~/task-view/card/rename-dialog')).RenameDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const GroupMenu = lazyPart(
  async () => (await import('~/features/board/group-menu')).GroupMenu,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const RenameGroupDialog = lazyPart(
  async () => (await import('~/features/board/rename-group-dialog')).RenameGroupDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const MergeGroupDialog = lazyPart(
  async () => (await import('~/features/board/merge-group-dialog')).MergeGroupDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const BoardViewDialog = lazyPart(
  async () => (await import('~/features/board/view-dialog')).ViewDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const ColumnsMenu = lazyPart(
  async () => (await import('~/features/board/table/columns-menu')).ColumnsMenu,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const FilterDialog = lazyPart(
  async () => (await import('~/features/find/filter-dialog')).FilterDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const ViewsMenu = lazyPart(
  async () => (await import('~/features/find/views-menu')).ViewsMenu,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const ViewsDialog = lazyPart(
  async () => (await import('~/features/find/views-dialog')).ViewsDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const NoteDialog = lazyPart(
  async () => (await import('~/task-view/note/note-dialog')).NoteDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const Lightbox = lazyPart(
  async () => (await import('~/task-view/card/lightbox')).Lightbox,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const TagDialog = lazyPart(
  async () => (await import('~/features/selection/tag-dialog')).TagDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const MoveDialog = lazyPart(
  async () => (await import('~/features/selection/move-dialog')).MoveDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const SendDialog = lazyPart(
  async () => (await import('~/features/selection/send-dialog')).SendDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const UseKeyDialog = lazyPart(
  async () => (await import('~/features/selection/use-key-dialog')).UseKeyDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const RelocateDialog = lazyPart(
  async () => (await import('~/features/selection/relocate-dialog')).RelocateDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const MoreBulkMenu = lazyPart(
  async () => (await import('~/features/selection/more-bulk-menu')).MoreBulkMenu,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const Chooser = lazyPart(
  async () => (await import('~/features/compare/chooser')).Chooser,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const ShortcutsDialog = lazyPart(
  async () => (await import('./ShortcutsDialog')).ShortcutsDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const Palette = lazyPart(
  async () => (await import('./palette/Palette')).Palette,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const Settings = lazyPart(
  async () => (await import('./Settings')).Settings,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

/**
 * Loads them while the page is idle, so that buttons respond at once and *Undo* still works if the network has gone.
 * Failures do not matter: the code is loaded again when it is needed.
 */
export async function preloadParts(): Promise<void> {
  await Promise.allSettled([
    loadWords('add', 'asks', 'groups', 'notices', 'later'),
    import('~/features/board/board'),
    import('~/features/board/grouped-grid'),
    import('~/features/board/select-gestures'),
    import('~/features/board/card-keys'),
    import('~/features/board/compact'),
    import('~/features/board/table/table'),
    import('~/features/board/table/columns-menu'),
    import('~/engine/look-ups/look-ups'),
    import('./OpenDialog'),
    import('~/task-view/card/late-covers'),
    import('~/task-view/card/card-menu'),
    import('~/task-view/card/rename-dialog'),
    import('~/task-view/card/lightbox'),
    import('~/features/board/group-menu'),
    import('~/features/board/view-dialog'),
    import('~/features/board/rename-group-dialog'),
    import('~/features/board/merge-group-dialog'),
    import('~/ui/toaster'),
    import('~/ui/menu'),
    import('~/features/add-tasks/form/dialogs'),
    import('~/features/add-tasks/form/asks'),
    import('~/features/add-tasks/form/preview-tables'),
    import('~/features/details/details'),
    import('~/features/connections/change-key-dialog'),
    import('~/features/add-tasks/pairing/keys-for'),
    import('./NoticesDialog'),
    import('~/features/compare/compare'),
    import('~/features/compare/chooser'),
    import('~/features/keep/download-dialog'),
    import('~/features/keep/keep-panel'),
    import('~/features/share/share-dialog'),
    import('~/features/share/shared-dialog'),
    import('~/features/selection/selection-bar'),
    import('./Settings'),
    import('./ShortcutsDialog'),
    import('./palette/Palette'),
    import('~/features/find/filter-row'),
    import('~/features/find/filter-dialog'),
    import('~/features/find/nothing'),
    import('~/features/find/views-menu'),
    import('~/features/find/views-dialog'),
    import('~/features/find/search-words'),
    import('~/task-view/note/note-dialog'),
    import('~/task-view/card/stuck-words'),
  ]);
}
