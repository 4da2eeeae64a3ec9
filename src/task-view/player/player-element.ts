import type { VideoSource } from '~/core/video';

import { loadVideo, unloadVideo } from './load-video';

/**
 * The page's two `<video>`s: one with sound, and a muted one for the preview under the pointer. They outlive the cards:
 * a card that remounts, as when the number of columns changes, takes its video over without a gap.
 */
type Role = 'video' | 'preview';

export function playerElement(role: Role = 'video'): HTMLVideoElement {
  return (elements[role] ??= createElement());
}

/** Turns the preview into the playing video, from the beginning and with sound, without loading it twice. */
export function promotePreview(): void {
  const { video, preview } = elements;
  elements.video = preview;
  elements.preview = video;
  if (!preview) return;
  preview.muted = muted;
  preview.loop = false;
  preview.currentTime = 0;
  preview.play().catch(() => {});
}

/** Loads and plays. `onFrame` gets its first frame, if that can be read. */
export function showVideo(
  role: Role,
  source: VideoSource,
  onError: () => void,
  onFrame: (element: HTMLVideoElement) => void,
  onFixed: () => void,
): void {
  const element = playerElement(role);
  element.muted = role === 'preview' || muted;
  element.loop = role === 'preview';
  element.playbackRate = 1;
  loadVideo(element, source, onError, () => source.readable && onFrame(element), onFixed);
  // Refused autoplay is not an error, since the controls are there. A file that does not load also fires `error`.
  element.play().catch(() => {});
}

/** Removes a video from the page and releases its connection and memory. */
export function stopVideo(role: Role = 'video'): void {
  const element = elements[role];
  if (!element) return;
  if (role === 'video' && element.hasAttribute('src')) muted = element.muted;
  element.pause();
  unloadVideo(element);
  element.remove();
}

const elements: { [role in Role]?: HTMLVideoElement | undefined } = {};
/** If one video was muted, the next one starts muted. */
let muted = false;

function createElement(): HTMLVideoElement {
  const element = document.createElement('video');
  element.playsInline = true;
  element.preload = 'auto';
  element.className = 'absolute inset-0 size-full bg-transparent object-contain';
  return element;
}
