import { copyWords } from '~/i18n/copy-words';
import { translate } from '~/i18n/i18n';
import { copyText as copy } from '~/ui/copy-text';

/** Copies text from the board and says whether it worked. Never rejects. */
export function copyText(text: string): Promise<void> {
  return copy(text, copyWords(translate));
}
