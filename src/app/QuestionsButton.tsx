import { changeView } from '~/address/use-view';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

/** Leads from a dialog to the page's own help. @param onClose closes the dialog, which would lie over it */
export function QuestionsButton({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <Button
      icon="question"
      className="self-start"
      onClick={() => {
        onClose();
        changeView({ screen: { kind: 'help', about: '' } });
      }}
    >
      {t('settings.help')}
    </Button>
  );
}
