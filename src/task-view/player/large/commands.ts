import { createFrameStep } from '~/engine/media/in-step/frame-step';
import { stepSpeed } from '~/engine/media/in-step/step-speed';

import { watchVideo } from './video-state';
import { createShuttle } from './shuttle';

/** Everything that can be done with the video in the large view, by buttons and by keys. */
export type Command =
  | 'toggle'
  | 'backwards'
  | 'stand'
  | 'forwards'
  | 'frameBack'
  | 'frameOn'
  | 'secondBack'
  | 'secondOn'
  | 'start'
  | 'end'
  | 'slower'
  | 'faster'
  | 'loop'
  | 'mute'
  | 'pip'
  | 'fullscreen';

export const SPEEDS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2] as const;

export interface PlayerControls {
  element: HTMLVideoElement;
  store: ReturnType<typeof watchVideo>['store'];
  run(command: Command): void;
  seek(seconds: number): void;
  setSpeed(speed: number): void;
  setVolume(volume: number): void;
  stop(): void;
}

/** The controls' commands for a video. `stage` goes full screen: the video with our controls. */
export function createPlayerControls(
  element: HTMLVideoElement,
  stage: HTMLElement,
): PlayerControls {
  const { store, refresh, stop } = watchVideo(element);
  const frames = createFrameStep(element);
  const shuttle = createShuttle(element, (speed) => refresh(speed < 0 ? { speed } : {}));
  const seek = (seconds: number): void => {
    shuttle.stop();
    element.currentTime = Math.min(Math.max(0, seconds), element.duration || 0);
  };
  const setSpeed = (speed: number): void => {
    shuttle.stop();
    element.playbackRate = speed;
  };
  const toSpeed = (by: 1 | -1): void => setSpeed(stepSpeed(SPEEDS, element.playbackRate, by));
  const step = (direction: 1 | -1): void => {
    shuttle.stop();
    void frames.step(direction);
  };

  const commands: Record<Command, () => void> = {
    toggle() {
      shuttle.stop();
      if (element.paused) element.play().catch(() => {});
      else element.pause();
    },
    backwards: () => shuttle.press('j'),
    stand: () => shuttle.press('k'),
    forwards: () => shuttle.press('l'),
    frameBack: () => step(-1),
    frameOn: () => step(1),
    secondBack: () => seek(element.currentTime - 1),
    secondOn: () => seek(element.currentTime + 1),
    start: () => seek(0),
    end: () => seek(element.duration),
    slower: () => toSpeed(-1),
    faster: () => toSpeed(1),
    loop() {
      element.loop = !element.loop;
      refresh();
    },
    mute() {
      element.muted = !element.muted;
    },
    pip: () => void togglePip(element),
    fullscreen: () => void toggleFullscreen(stage, element),
  };
  return {
    element,
    store,
    run: (command) => commands[command](),
    seek,
    setSpeed,
    setVolume(volume) {
      element.volume = volume;
      element.muted = volume === 0;
    },
    stop() {
      shuttle.stop();
      frames.stop();
      stop();
    },
  };
}

export function canPip(): boolean {
  return 'pictureInPictureEnabled' in document && document.pictureInPictureEnabled;
}

/** Both calls need a user gesture; a refusal changes nothing. */
async function togglePip(element: HTMLVideoElement): Promise<void> {
  if (!canPip()) return;
  try {
    if (document.pictureInPictureElement === element) await document.exitPictureInPicture();
    else await element.requestPictureInPicture();
  } catch {
    // Nothing to report: the video keeps playing where it is.
  }
}

async function toggleFullscreen(stage: HTMLElement, element: HTMLVideoElement): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else if ('requestFullscreen' in stage) await stage.requestFullscreen();
    else (element as { webkitEnterFullscreen?: () => void }).webkitEnterFullscreen?.();
  } catch {
    // As above. iPhones only allow the video itself to go full screen.
  }
}
