import { afterEach, expect, it } from 'vitest';

import type { VideoProblem } from '~/core/video';

import { setLocale, translate } from './i18n';
import { noVideoTitle } from './no-video-title';

afterEach(() => setLocale('en'));

it.each<VideoProblem>(['expired', 'auth', 'not_video', 'unsupported', 'large'])(
  'a video that cannot be had (%s) has a title that is whole',
  (reason) => {
    expect(noVideoTitle({ reason }, translate)).toMatch(/^[A-Z][^{}]*[a-z]$/);
  },
);

it('a large video says its size where that is known', async () => {
  const large = { reason: 'large', bytes: 214_000_000 } as const;
  expect(noVideoTitle(large, translate)).toBe('This video is large: 214 MB');
  await setLocale('zh-CN');
  expect(noVideoTitle(large, translate)).toContain('214');
  expect(noVideoTitle({ reason: 'large' }, translate)).toBe('这个视频很大');
});
