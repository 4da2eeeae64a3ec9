import { useT } from '~/i18n/use-t';
import { Dialog } from '~/ui/dialog';

/** Takes all missing keys from one text. */
export function MissingKeysDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <Dialog open onClose={onClose} title={t('ui.close')} closeLabel={t('ui.close')}>
      {null}
    </Dialog>
  );
}
