import type { VideoProblem } from '~/core/video';
import type { Translate } from '~/i18n/i18n';
import { noVideoTitle } from '~/i18n/no-video-title';

/** Why a video could not be saved, in one line. */
export function problemWords(reason: VideoProblem, t: Translate): string {
  // The player's text is about playing, which may well be possible.
  return reason === 'blocked' ? t('keep.blockedSite') : noVideoTitle({ reason }, t);
}
