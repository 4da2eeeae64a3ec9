import { useMemo, useState, type ComponentType, type ReactNode } from 'react';

import type { KeyWanted } from '~/core/connection';
import { translate } from '~/i18n/i18n';
import { showToast } from '~/ui/toast';

import { ToolsContext, type Overlay } from './tools';

type Overlays = ComponentType<{ overlay: Overlay; onClose: () => void }>;

/** Opens dialogs for its children. Their code is loaded on first use. */
export function OverlayHost({
  onChangeKey,
  children,
}: {
  onChangeKey: (wanted: KeyWanted) => void;
  children: ReactNode;
}) {
  const [Overlays, setOverlays] = useState<Overlays | null>(null);
  const [overlay, setOverlay] = useState<Overlay | null>(null);
  const tools = useMemo(() => {
    const open = (wanted: Overlay): void => {
      import('./overlays').then(
        (loaded) => {
          setOverlays(() => loaded.Overlays);
          setOverlay(wanted);
        },
        () => showToast({ text: translate('app.partFailed') }),
      );
    };
    return { open, changeKey: onChangeKey };
  }, [onChangeKey]);
  return (
    <ToolsContext value={tools}>
      {children}
      {Overlays && overlay ? (
        <Overlays
          overlay={overlay}
          // A menu closes after it has opened something else, so clear only the menu itself.
          onClose={() => setOverlay((now) => (now === overlay ? null : now))}
        />
      ) : null}
    </ToolsContext>
  );
}
