import type { NoVideo } from '~/core/video';

import { formatBytes } from './format';
import type { Translate } from './i18n';

/** Why a video is unavailable, in one line without a full stop. Gives the size only if it is known. */
export function noVideoTitle({ reason, bytes }: Omit<NoVideo, 'kind'>, t: Translate): string {
  if (reason !== 'large') return t(`player.${reason}.title`);
  return bytes === undefined
    ? t('player.largeUnsized')
    : t('player.large.title', { size: formatBytes(bytes) });
}
