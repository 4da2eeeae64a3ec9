import { afterEach, expect, it } from 'vitest';

import type { ClipProblem } from '~/core/clip';

import { setLocale, translate } from './i18n';
import { noClipTitle } from './no-clip-title';

afterEach(() => setLocale('en'));

it.each<ClipProblem>(['expired', 'auth', 'not_video', 'unsupported', 'large'])(
  'a film that cannot be had (%s) has a title that is whole',
  (reason) => {
    expect(noClipTitle({ reason }, translate)).toMatch(/^[A-Z][^{}]*[a-z]$/);
  },
);

it('a large film says its size where that is known', async () => {
  const large = { reason: 'large', bytes: 214_000_000 } as const;
  expect(noClipTitle(large, translate)).toBe('This video is large: 214 MB');
  await setLocale('zh-CN');
  expect(noClipTitle(large, translate)).toContain('214');
  expect(noClipTitle({ reason: 'large' }, translate)).toBe('这个视频很大');
});
