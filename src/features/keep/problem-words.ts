import type { ClipProblem } from '~/core/clip';
import type { Translate } from '~/i18n/i18n';
import { noClipTitle } from '~/i18n/no-clip-title';

/** Why a film could not be saved, in one line. */
export function problemWords(reason: ClipProblem, t: Translate): string {
  // The player's words are about playing, which may well be possible.
  return reason === 'blocked' ? t('keep.blockedSite') : noClipTitle({ reason }, t);
}
