import { readdirSync, readFileSync } from 'node:fs';

import { expect, it } from 'vitest';

import { isVideoStart, isVideo, looksLikeText } from './video-bytes';

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

it.each([
  '{"error":"no"}',
  ' \n<html>',
  'https://cdn.test/v.mp4',
  'not a video',
  '视频还没准备好'.repeat(20),
])('takes %s for words', (text) => {
  expect(looksLikeText(bytes(text))).toBe(true);
  expect(isVideo(bytes(text))).toBe(false);
});

it('takes no video for words', () => {
  const folder = new URL('../demo/media/', import.meta.url);
  for (const name of readdirSync(folder).filter((one) => one.endsWith('.mp4'))) {
    const video = readFileSync(new URL(name, folder));
    expect({ name, text: looksLikeText(video), video: isVideo(video) }).toEqual({
      name,
      text: false,
      video: true,
    });
  }
  expect(isVideo(new Uint8Array([0x1a, 0x45, 0xdf, 0xa3]))).toBe(true);
  expect(looksLikeText(new Uint8Array([0x1a, 0x45, 0xdf, 0xa3]))).toBe(false);
});

it.each([
  ['a video, called one', 'video/mp4', '\u0000\u0001', true],
  [
    'a video that is called something else',
    'application/json',
    '\u0000\u0000\u0000\u0018ftypmp42',
    true,
  ],
  ['words that are called a video', 'video/mp4', '{"error":"no"}', false],
  ['neither', 'application/zip', 'PK\u0003\u0004', false],
])('judges what is %s', (_name, type, first, video) => {
  expect(isVideoStart(bytes(first), type)).toBe(video);
});
