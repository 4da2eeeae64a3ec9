import { byUrgency, type Notice } from '~/core/notice';
import { useExpiryNotices } from '~/features/keep/use-expiry-notices';
import { useBanners } from '~/features/notices/use-banners';
import { useAway } from '~/features/told/use-away';

import type { Config } from './config';
import { useDailyNotice } from './use-daily-notice';

/** All that is to be told about the whole board, the most urgent first. */
export function useNotices({ notice }: Config): Notice[] {
  const daily = useDailyNotice(notice);
  const ofHost: Notice[] =
    daily === null
      ? []
      : [{ kind: 'daily', id: 'daily', title: daily.text, actions: [], close: daily.close }];
  return byUrgency([...useBanners(), ...useExpiryNotices(), ...useAway(), ...ofHost]);
}
