import type { NoVideo, VideoProblem } from '~/core/video';
import type { Translate } from '~/i18n/i18n';
import { noVideoTitle } from '~/i18n/no-video-title';

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
      return t('player.notSaved', notSavedText(saved, t));
  }
}

/** What is said of a large video is about playing, too. */
function notSavedText(problem: NoVideo, t: Translate): { title: string; text: string } {
  if (problem.reason !== 'large') return playWords({ problem, shutOut: false }, t);
  return { title: noVideoTitle(problem, t), text: t('player.largeToSave') };
}

/** Why a video could not be saved, in one line. */
export function notSavedWords(reason: VideoProblem, t: Translate): string {
  // The player's text is about playing, which may well be possible.
  return reason === 'blocked' ? t('keep.blockedSite') : noVideoTitle({ reason }, t);
}
