import { translate } from '~/i18n/i18n';
import { showToast } from '~/ui/toast';

/** Puts a text on the clipboard and says whether that worked. Never rejects. */
export async function copyText(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text);
    showToast({ text: translate('card.copied'), durationMs: 2500 });
  } catch {
    showToast({ text: translate('card.copyFailed') });
  }
}
