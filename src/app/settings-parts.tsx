import type { BackupViews } from '~/features/backup/views';
import type { Offer } from '~/features/share/read-shared';

import { lazyPart, PartFailed } from './lazy-part';

/** What the settings open; nothing of it is fetched before somebody asks for it. */

export const AboutDialog = lazyPart(
  async () => (await import('~/features/about/about-dialog')).AboutDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const PrivateDialog = lazyPart(
  async () => (await import('~/features/private/private-dialog')).PrivateDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const LockDialog = lazyPart(
  async () => (await import('~/features/private/lock-dialog')).LockDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const BackupDialog = lazyPart(
  async () => {
    const { BackupDialog: Dialog } = await import('~/features/backup/backup-dialog');
    const views = await viewsOfBackups();
    return (props: { onClose: () => void }) => <Dialog {...props} views={views} />;
  },
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const RestoreDialog = lazyPart(
  async () => {
    const { RestoreDialog: Dialog } = await import('~/features/backup/restore-dialog');
    const { isOffered } = await import('~/features/share/read-shared');
    const views = await viewsOfBackups();
    return ({ offer, onClose }: { offer: Offer; onClose: () => void }) => (
      <Dialog
        views={views}
        isOffered={(base) => isOffered(base, offer, location.origin)}
        onClose={onClose}
      />
    );
  },
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

export const BinDialog = lazyPart(
  async () => (await import('~/features/backup/bin-dialog')).BinDialog,
  ({ onClose }) => <PartFailed onClose={onClose} />,
);

async function viewsOfBackups(): Promise<BackupViews> {
  const { savedViews, addViews } = await import('~/features/find/saved-views');
  return { all: savedViews, merge: addViews };
}
