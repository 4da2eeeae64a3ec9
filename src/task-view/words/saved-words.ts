import type { Translate } from '~/i18n/i18n';

import { playWords } from './play-problems';
import type { Saved } from '~/task-view/save/save-video';

/** How a download ended, in words; null if the person knows already. */
export function savedWords(saved: Saved, t: Translate): string | null {
  switch (saved.kind) {
    case 'busy':
    case 'stopped':
      return null;
    case 'tab':
      return t('player.openedTab');
    case 'saved':
      return t('player.saved', { name: saved.name });
    case 'browser':
      return t('player.savedByBrowser', { name: saved.name });
    case 'problem':
      return t('player.notSaved', playWords({ problem: saved, shutOut: false }, t));
  }
}
