import { useTrackedTask } from '~/engine/use-engine';

import { CardMenu } from '~/task-view/card/card-menu';
import { Lightbox } from '~/task-view/card/lightbox';
import { RenameDialog } from '~/task-view/card/rename-dialog';
import type { Overlay } from './tools';

/** The dialog or menu that is open over the board. In its own file, so that it is loaded on first use. */
export function Overlays({ overlay, onClose }: { overlay: Overlay; onClose: () => void }) {
  if (overlay.kind === 'images') return <Lightbox {...overlay} onClose={onClose} />;
  return <OfTask key={`${overlay.kind} ${overlay.key}`} overlay={overlay} onClose={onClose} />;
}

function OfTask({
  overlay,
  onClose,
}: {
  overlay: Exclude<Overlay, { kind: 'images' }>;
  onClose: () => void;
}) {
  const tracked = useTrackedTask(overlay.key);
  if (!tracked) return null;
  if (overlay.kind === 'menu') {
    return <CardMenu tracked={tracked} anchor={overlay.anchor} onClose={onClose} />;
  }
  return <RenameDialog tracked={tracked} onClose={onClose} />;
}
