import { asImage, isOtherMedia, isVideoFile } from './links';
import type { Json } from './read';
import { isAskedName, partsOf } from './sides';
import { leavesOf } from './walk';

/** A prompt in any field called so, outermost first; not a negative, system or rewritten one. */
export function searchPrompt(root: Json): string | null {
  return searchText(root, (parts) => parts.every((part) => PROMPT_NAMES.has(part)));
}

/** The prompt as the service rewrote it. */
export function searchEnhanced(root: Json): string | null {
  return searchText(
    root,
    (parts) =>
      parts.some((part) => REWRITTEN.test(part)) &&
      parts.every((part) => REWRITTEN.test(part) || PROMPT_NAMES.has(part)),
  );
}

function searchText(root: Json, named: (parts: readonly string[]) => boolean): string | null {
  const found = leavesOf(root, isSafe).find(({ names, value }) => {
    if (typeof value !== 'string' || value.trim() === '') return false;
    const parts = partsOf(names.at(-1) ?? '');
    return (parts.includes('prompt') || parts.includes('提示词')) && named(parts);
  });
  return typeof found?.value === 'string' ? found.value : null;
}

const REWRITTEN =
  /^(?:enhanced|actual|revised|rewritten|optimi[sz]ed|expanded|refined|final|improved|translated|upsampled)$/;

/** Pictures below a name that says that they were sent in. */
export function searchImages(root: Json): string[] {
  return leavesOf(root, isSafe).flatMap(({ names, value }) => {
    const image = typeof value === 'string' && isSentIn(names) ? asImage(value) : null;
    if (image === null) return [];
    if (image.startsWith('data:')) return [image];
    const parts = names.flatMap(partsOf);
    const isPicture = isOtherMedia(image) || parts.some((part) => PICTURE.test(part));
    return isPicture && !isVideoFile(image) && !NO_PICTURE.test(new URL(image).pathname)
      ? [image]
      : [];
  });
}

/** Below an object that repeats the request; a lone `image` may be a picture of the result. */
function isSentIn(names: readonly string[]): boolean {
  return names.some((name) => isAskedName(name) && !partsOf(name).every((part) => LONE.test(part)));
}

function isSafe(name: string): boolean {
  return !/^(?:errors?|logs?|usage)$/i.test(name);
}

const PROMPT_NAMES = new Set(
  'prompt text user input original orig video main positive gpt description motion 提示词'.split(
    ' ',
  ),
);
const PICTURE = /^(?:images?|imgs?|pictures?|photos?|frames?|keyframes?|imageurls?|tail)$/;
const LONE = /^(?:images?|imgs?|imageurls?|pictures?|photos?|urls?|audios?|frames?)$/;
const NO_PICTURE = /\.(?:mp3|wav|m4a|json|txt|srt|vtt|zip)$/i;
