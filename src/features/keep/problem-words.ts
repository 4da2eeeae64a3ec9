import type { ClipProblem } from '~/core/clip';
import type { Translate } from '~/i18n/i18n';

/** Why a film could not be saved, in one line. */
export function problemWords(reason: ClipProblem, t: Translate): string {
  // The player's words are about playing, which may well be possible.
  return reason === 'blocked' ? t('keep.blockedSite') : t(`player.${reason}.title`, { size: '' });
}
