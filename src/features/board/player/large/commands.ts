import { createFrameStep } from '~/engine/media/frame-step';
import { stepSpeed } from '~/engine/media/step-speed';

import { watchFilm } from './film-state';
import { createShuttle } from './shuttle';

/** All that can be done with the film in the large view; buttons and keys do the same things. */
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

export interface Desk {
  film: HTMLVideoElement;
  store: ReturnType<typeof watchFilm>['store'];
  run(command: Command): void;
  seek(seconds: number): void;
  setSpeed(speed: number): void;
  setVolume(volume: number): void;
  stop(): void;
}

/** An editing desk around a film. `stage` is what goes to full screen: the film with our controls. */
export function createDesk(film: HTMLVideoElement, stage: HTMLElement): Desk {
  const { store, refresh, stop } = watchFilm(film);
  const frames = createFrameStep(film);
  const shuttle = createShuttle(film, (speed) => refresh(speed < 0 ? { speed } : {}));
  const seek = (seconds: number): void => {
    shuttle.stop();
    film.currentTime = Math.min(Math.max(0, seconds), film.duration || 0);
  };
  const setSpeed = (speed: number): void => {
    shuttle.stop();
    film.playbackRate = speed;
  };
  const toSpeed = (by: 1 | -1): void => setSpeed(stepSpeed(SPEEDS, film.playbackRate, by));
  const step = (direction: 1 | -1): void => {
    shuttle.stop();
    void frames.step(direction);
  };

  const commands: Record<Command, () => void> = {
    toggle() {
      shuttle.stop();
      if (film.paused) film.play().catch(() => {});
      else film.pause();
    },
    backwards: () => shuttle.press('j'),
    stand: () => shuttle.press('k'),
    forwards: () => shuttle.press('l'),
    frameBack: () => step(-1),
    frameOn: () => step(1),
    secondBack: () => seek(film.currentTime - 1),
    secondOn: () => seek(film.currentTime + 1),
    start: () => seek(0),
    end: () => seek(film.duration),
    slower: () => toSpeed(-1),
    faster: () => toSpeed(1),
    loop() {
      film.loop = !film.loop;
      refresh();
    },
    mute() {
      film.muted = !film.muted;
    },
    pip: () => void togglePip(film),
    fullscreen: () => void toggleFullscreen(stage, film),
  };
  return {
    film,
    store,
    run: (command) => commands[command](),
    seek,
    setSpeed,
    setVolume(volume) {
      film.volume = volume;
      film.muted = volume === 0;
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

/** The person's gesture is what both want; a refusal leaves everything as it is. */
async function togglePip(film: HTMLVideoElement): Promise<void> {
  if (!canPip()) return;
  try {
    if (document.pictureInPictureElement === film) await document.exitPictureInPicture();
    else await film.requestPictureInPicture();
  } catch {
    // Nothing to tell: the film plays on where it is.
  }
}

async function toggleFullscreen(stage: HTMLElement, film: HTMLVideoElement): Promise<void> {
  try {
    if (document.fullscreenElement) await document.exitFullscreen();
    else if ('requestFullscreen' in stage) await stage.requestFullscreen();
    else (film as { webkitEnterFullscreen?: () => void }).webkitEnterFullscreen?.();
  } catch {
    // As above. On iPhones only the film itself goes to full screen.
  }
}
