import { useCallback, useState, type ComponentType, type ReactNode } from 'react';

import { translate } from '~/i18n/i18n';
import { showToast } from '~/ui/toast';

import { OverlayContext, type Overlay } from './tools';

type Overlays = ComponentType<{ overlay: Overlay; onClose: () => void }>;

/** Opens windows for what is inside. Their code is downloaded when the first one is wanted. */
export function OverlayHost({ children }: { children: ReactNode }) {
  const [Overlays, setOverlays] = useState<Overlays | null>(null);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const open = useCallback((wanted: Overlay) => {
    import('./overlays').then(
      (loaded) => {
        setOverlays(() => loaded.Overlays);
        setOverlay(wanted);
      },
      () => showToast({ text: translate('app.partFailed') }),
    );
  }, []);
  const close = useCallback(() => setOverlay(null), []);
  return (
    <OverlayContext value={open}>
      {children}
      {Overlays && overlay ? <Overlays overlay={overlay} onClose={close} /> : null}
    </OverlayContext>
  );
}
