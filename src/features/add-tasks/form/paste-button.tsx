import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { showToast } from '~/ui/toast';

/** Takes what was copied: with a finger the browser's own way takes two long presses. */
export function PasteButton({
  onText,
  className = '',
}: {
  onText: (text: string) => void;
  className?: string;
}) {
  const t = useT();
  const paste = async (): Promise<void> => {
    try {
      onText(await navigator.clipboard.readText());
    } catch {
      // The person, or the browser, does not want it.
      showToast({ text: t('add.pasteBlocked') });
    }
  };
  return (
    <Button size="sm" icon="copy" className={className} onClick={() => void paste()}>
      {t('add.paste')}
    </Button>
  );
}
