import type { VideoProblem, NoVideo } from '~/core/video';
import type { Translate } from '~/i18n/i18n';
import { noVideoTitle } from '~/i18n/no-video-title';

/** What can be done about a video that does not play. */
export type PlayHelp =
  | 'again'
  | 'fresh-link'
  | 'paste-key'
  | 'change-key'
  | 'sign-in'
  | 'load-anyway'
  | 'open-tab';

/** What may help, most promising first. If there is a link, opening it in a tab may help too. */
const PLAY_HELP = {
  expired: ['fresh-link'],
  auth: ['change-key', 'again'],
  no_key: ['paste-key', 'again'],
  not_found: ['fresh-link'],
  not_ready: ['again'],
  not_video: ['fresh-link'],
  blocked: ['again'],
  elsewhere: ['again'],
  unsupported: ['again'],
  unreachable: ['again'],
  large: ['load-anyway'],
} as const satisfies Record<VideoProblem, readonly PlayHelp[]>;

interface PlayTrouble {
  problem: NoVideo;
  /** A relay adds the team's key and did not let this person in. */
  shutOut: boolean;
  help: readonly PlayHelp[];
}

/**
 * What is wrong with a video that does not play, and what helps.
 * @param video its link and when that expires (epoch ms), and whether a relay adds the team's key
 * @param now epoch ms
 */
export function playTroubleOf(
  met: NoVideo,
  video: { link: string | null; expiresAt: number | null; teamKey: boolean },
  now: number,
): PlayTrouble {
  // Without CORS headers there is no reason to read, but the link's own date tells.
  const isOver = (video.expiresAt ?? Infinity) <= now;
  const reason = met.reason === 'blocked' && isOver ? 'expired' : met.reason;
  // Who pasted no key cannot change it.
  const help = PLAY_HELP[reason].map((one) =>
    (one === 'change-key' || one === 'paste-key') && video.teamKey ? 'sign-in' : one,
  );
  return {
    problem: { ...met, reason },
    shutOut: reason === 'auth' && video.teamKey,
    help: video.link === null ? help : [...help, 'open-tab'],
  };
}

/** Its title, without a full stop, and what it means. */
export function playWords(
  { problem, shutOut }: Pick<PlayTrouble, 'problem' | 'shutOut'>,
  t: Translate,
): { title: string; text: string } {
  if (shutOut) return { title: t('problems.not_let_in.title'), text: t('problems.not_let_in.try') };
  return { title: noVideoTitle(problem, t), text: t(`player.${problem.reason}.text`) };
}
