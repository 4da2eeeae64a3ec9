import { useTrackedTask } from '~/engine/tasks/use-engine';

import { CardMenu } from './card/card-menu';
import { Lightbox } from './card/lightbox';
import { RenameDialog } from './card/rename-dialog';
import type { Overlay } from './tools';

/** The window over the board that is open now. One file of its own: it is downloaded when first needed. */
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
