import { expect, test } from 'vitest';

import { captionsShown, toggleCaptions } from './captions';

const track = (
  kind: TextTrackKind,
  language: string,
): Pick<TextTrack, 'kind' | 'language' | 'mode'> => ({
  kind,
  language,
  mode: 'disabled',
});

test('a file without words offers none, whatever else is in it', () => {
  expect(captionsShown([])).toBeNull();
  expect(captionsShown([track('chapters', 'en'), track('metadata', '')])).toBeNull();
});

test('words are shown in the language of the page, else in the first there is, and hidden again', () => {
  const [chapters, english, chinese] = [
    track('chapters', 'zh'),
    track('captions', 'en'),
    track('subtitles', 'zh'),
  ];
  const tracks = [chapters, english, chinese];
  const modes = () => tracks.map(({ mode }) => mode);
  expect(captionsShown(tracks)).toBe(false);
  toggleCaptions(tracks, 'zh-CN');
  expect(modes()).toEqual(['disabled', 'disabled', 'showing']);
  expect(captionsShown(tracks)).toBe(true);
  toggleCaptions(tracks, 'zh-CN');
  expect(modes()).toEqual(['disabled', 'disabled', 'disabled']);
  toggleCaptions(tracks, 'de');
  expect(modes()).toEqual(['disabled', 'showing', 'disabled']);
});
