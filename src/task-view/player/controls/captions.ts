/** What is needed of a video's text tracks: those in its file, as far as the browser makes them known. */
type Tracks = Iterable<Pick<TextTrack, 'kind' | 'language' | 'mode'>>;

/** Whether words can be shown with a video, and are; null where there are none. */
export function captionsShown(tracks: Tracks): boolean | null {
  const found = captionsIn(tracks);
  return found.length === 0 ? null : found.some(({ mode }) => mode === 'showing');
}

/** Shows the words, in the wanted language if they are there in it, or hides them. */
export function toggleCaptions(tracks: Tracks, language: string): void {
  const found = captionsIn(tracks);
  const show = captionsShown(tracks) === false;
  const spoken = found.find((one) => one.language.split('-')[0] === language.split('-')[0]);
  for (const one of found) one.mode = show && one === (spoken ?? found[0]) ? 'showing' : 'disabled';
}

function captionsIn(tracks: Tracks) {
  return [...tracks].filter(({ kind }) => kind === 'captions' || kind === 'subtitles');
}
