import { copyWords } from '~/i18n/copy-words';
import { translate } from '~/i18n/i18n';
import { copyText as copy } from '~/ui/copy-text';

/** Puts a text of the board on the clipboard and says whether that worked. Never rejects. */
export function copyText(text: string): Promise<void> {
  return copy(text, copyWords(translate));
}
