import type { KeyWanted } from '~/core/connection';

import { loadWords } from '~/i18n/i18n';

import { lazyPart, PartFailed } from './lazy-part';

/** The dialogs and what is in them: none of them is in the first download, nor are these lines. */

export const AddTasksDialog = lazyPart(
  async () => (await import('~/features/add-tasks/form/add-tasks-dialog')).AddTasksDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const ChangeKeyDialog = lazyPart(
  async () => {
    const [{ ChangeKeyDialog: Dialog }, { keysFor }] = await Promise.all([
      import('~/features/connections/change-key-dialog'),
      import('~/features/add-tasks/pairing/keys-for'),
    ]);
    const findKeys = (text: string, base: string) => keysFor(text, base, location.origin);
    return (props: { wanted: KeyWanted; onClose: () => void }) => (
      <Dialog {...props} findKeys={findKeys} />
    );
  },
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

export const CopyMenu = lazyPart(
  async () => (await import('~/features/selection/copy-menu')).CopyMenu,
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
    loadWords('add', 'later'),
    import('~/features/board/board'),
    import('~/engine/look-ups/look-ups'),
    import('./OpenDialog'),
    import('~/task-view/card/card-menu'),
    import('~/task-view/card/rename-dialog'),
    import('~/task-view/card/lightbox'),
    import('~/ui/toaster'),
    import('~/ui/menu'),
    import('~/features/add-tasks/form/add-tasks-dialog'),
    import('~/features/details/details'),
    import('~/features/connections/change-key-dialog'),
    import('~/features/add-tasks/pairing/keys-for'),
    import('~/features/compare/compare'),
    import('~/features/keep/download-dialog'),
    import('~/features/keep/keep-panel'),
    import('~/features/selection/selection-bar'),
    import('./Settings'),
  ]);
}
