import { createFrameStep } from '~/engine/media/in-step/frame-step';

import { toggleCaptions } from './captions';
import { playbackCommands, type PlaybackCommand, type VideoControls } from './playback';
import { createShuttle } from './shuttle';
import { watchVideo } from './video-state';

/** Everything that can be done with the video in the large view, by buttons and by keys. */
export type PlayerCommand =
  | PlaybackCommand
  | 'backwards'
  | 'stand'
  | 'forwards'
  | 'loop'
  | 'mute'
  | 'pip'
  | 'fullscreen';

export const SPEEDS = [0.25, 0.5, 0.75, 1, 1.25, 1.5, 2] as const;

export interface PlayerControls extends VideoControls {
  readonly state: ReturnType<typeof watchVideo>['store'];
  run(command: PlayerCommand): void;
  setSpeed(speed: number): void;
  setVolume(volume: number): void;
  toggleCaptions(): void;
  stop(): void;
}

/** The controls of the one video in the large view. `stage` goes full screen: the video with our controls. */
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

  const commands: Record<PlayerCommand, () => void> = {
    ...playbackCommands({
      state: store,
      speeds: SPEEDS,
      speed: () => element.playbackRate,
      play() {
        shuttle.stop();
        element.play().catch(() => {});
      },
      pause() {
        shuttle.stop();
        element.pause();
      },
      seek,
      step(direction) {
        shuttle.stop();
        return frames.step(direction);
      },
      setSpeed,
    }),
    backwards: () => shuttle.press('j'),
    stand: () => shuttle.press('k'),
    forwards: () => shuttle.press('l'),
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
    state: store,
    run(command) {
      // What it shows may be a tenth of a second old.
      refresh();
      commands[command]();
    },
    seek,
    setSpeed,
    setVolume(volume) {
      element.volume = volume;
      element.muted = volume === 0;
    },
    toggleCaptions() {
      toggleCaptions(element.textTracks, document.documentElement.lang);
      refresh();
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
