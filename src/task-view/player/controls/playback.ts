import type { StoreApi } from 'zustand/vanilla';

import { stepSpeed } from '~/engine/media/in-step/step-speed';

/** What a video's controls can do, be it one or several that play as one. */
export type PlaybackCommand =
  | 'toggle'
  | 'frameBack'
  | 'frameOn'
  | 'secondBack'
  | 'secondOn'
  | 'start'
  | 'end'
  | 'slower'
  | 'faster';

/** Buttons, slider and keys work with this. Times in seconds. */
export interface VideoControls {
  readonly state: PlaybackState;
  seek(seconds: number): void;
  run(command: PlaybackCommand): void;
}

type PlaybackState = Pick<
  StoreApi<{ time: number; duration: number; paused: boolean }>,
  'getState' | 'getInitialState' | 'subscribe'
>;

/** One video, or several that play as one. */
interface Playback {
  readonly state: PlaybackState;
  /** Those that can be chosen, in ascending order; normal is 1. */
  readonly speeds: readonly number[];
  speed(): number;
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  step(direction: 1 | -1): Promise<void>;
  setSpeed(speed: number): void;
}

export function playbackCommands(on: Playback): Record<PlaybackCommand, () => void> {
  const now = on.state.getState;
  const toSpeed = (by: 1 | -1): void => on.setSpeed(stepSpeed(on.speeds, on.speed(), by));
  return {
    toggle: () => (now().paused ? on.play() : on.pause()),
    frameBack: () => void on.step(-1),
    frameOn: () => void on.step(1),
    secondBack: () => on.seek(now().time - 1),
    secondOn: () => on.seek(now().time + 1),
    start: () => on.seek(0),
    end: () => on.seek(now().duration),
    slower: () => toSpeed(-1),
    faster: () => toSpeed(1),
  };
}
