import type { NoClip } from '~/core/clip';

import { formatBytes } from './format';
import type { Translate } from './i18n';

/** Why a film cannot be had, in one line without a full stop. A size is said only where it is known. */
export function noClipTitle({ reason, bytes }: Omit<NoClip, 'kind'>, t: Translate): string {
  if (reason !== 'large') return t(`player.${reason}.title`);
  return bytes === undefined
    ? t('player.largeUnsized')
    : t('player.large.title', { size: formatBytes(bytes) });
}
