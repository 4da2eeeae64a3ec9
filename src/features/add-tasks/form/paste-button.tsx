import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { showToast } from '~/ui/toast';

/** Puts what was copied into the empty box: with a finger the browser's own way takes two long presses. */
export function PasteButton({ onText }: { onText: (text: string) => void }) {
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
    <Button size="sm" icon="copy" className="absolute end-3 bottom-3" onClick={() => void paste()}>
      {t('add.paste')}
    </Button>
  );
}
