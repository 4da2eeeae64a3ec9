import { describe, expect, it } from 'vitest';

import { asImage, asLink, isLookUpAddress, isVideoFile, linkExpiry, needsKey } from './links';

describe('a link', () => {
  it('is trimmed and otherwise kept to the byte', () => {
    expect(asLink(' https://a.test/x%2Fy.mp4?sig=a%2Bb ')).toBe(
      'https://a.test/x%2Fy.mp4?sig=a%2Bb',
    );
  });

  it.each([
    ' javascript:alert(1)',
    'data:video/mp4,x',
    '//a.test/v',
    'ftp://a.test',
    'https://',
    'x',
  ])('is not %s', (text) => expect(asLink(text)).toBeNull());

  it('may be the picture itself, but only a picture', () => {
    expect(asImage('data:image/png;base64,AA')).toBe('data:image/png;base64,AA');
    expect(asImage('data:text/html,<script>')).toBeNull();
  });
});

it.each([
  ['https://gw.test/v1/videos/a/content', true],
  ['https://openrouter.ai/api/v1/videos/a/content?index=0', true],
  ['https://gw.test/v1/videos/a/content?expires=1&signature=x', false],
  ['https://gw.test/v1/tasks/a/artifacts/video/content?access=x', false],
  ['https://generativelanguage.googleapis.com/v1beta/files/a:download?alt=media', true],
  ['https://cdn.test/content/v.mp4', false],
])('%s needs the key: %s', (link, expected) => {
  expect(needsKey(link)).toBe(expected);
});

it.each([
  ['se=2025-10-12T15%3A04%3A21Z', Date.UTC(2025, 9, 12, 15, 4, 21)],
  ['Expires=1761010000', 1_761_010_000_000],
  ['e=1761010000', 1_761_010_000_000],
  ['X-Amz-Date=20251006T140421Z&X-Amz-Expires=3600', Date.UTC(2025, 9, 6, 15, 4, 21)],
  ['X-Goog-Date=20251006T140421Z&X-Goog-Expires=60', Date.UTC(2025, 9, 6, 14, 5, 21)],
  ['X-Tos-Date=20251006T140421Z&X-Tos-Expires=86400', Date.UTC(2025, 9, 7, 14, 4, 21)],
  ['X-Tos-Expires=86400', null],
  // Screens could not say such a time.
  ['X-Amz-Date=20251006T140421Z&X-Amz-Expires=1e30', null],
  ['X-Amz-Date=20251006T140421Z&X-Amz-Expires=9000000000', null],
  ['expires=...', null],
])('a link with %s stops working at %s', (query, expected) => {
  expect(linkExpiry(`https://a.test/v.mp4?${query}`)).toBe(expected);
});

it.each([
  ['https://gw.test/v1/videos/t1', true],
  ['https://gw.test/v1/videos/t1/', true],
  ['https://gw.test/v1/tasks/t1/status', true],
  ['https://gw.test/v1/tasks/t%2F2/cancel', true],
  ['https://gw.test/files/t1.mp4', false],
  ['https://gw.test/t1/out.mp4', false],
  ['https://store.test/t1?X-Amz-Signature=1', false],
  ['https://gw.test/v1/videos/other', false],
])('%s asks about the task: %s', (link, expected) => {
  expect(isLookUpAddress(link, new Set(['t1', 't/2']))).toBe(expected);
});

it.each([
  ['https://cdn.test/a.mp4?x=1', true],
  ['https://cdn.test/get?file=a.mp4', true],
  ['https://cdn.test/a?response-content-type=video%2Fmp4', true],
  ['https://cdn.test/a.png', false],
  ['https://cdn.test/mp4', false],
])('%s ends like a video: %s', (link, expected) => {
  expect(isVideoFile(link)).toBe(expected);
});
