import { useEffect, useState } from 'react';

import type { Comparison } from '~/address/comparison';
import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import type { InStep } from '~/engine/media/in-step/in-step';
import { useEngine } from '~/engine/use-engine';
import type { ComparisonAction } from '~/task-view/keys/key-map';
import { playbackCommands, type VideoControls } from '~/task-view/player/controls/playback';
import { useVideoKeys } from '~/task-view/player/controls/use-video-keys';

import { usePaneKeys } from './use-pane-keys';
import { changeComparison as change } from './use-time-in-address';

/** What the buttons of a comparison work with. */
export interface CompareControls extends VideoControls {
  readonly state: InStep['state'];
  speed: number;
  setSpeed(speed: number): void;
  loop: boolean;
  setLoop(loop: boolean): void;
}

export const COMPARE_SPEEDS = [0.25, 0.5, 1, 1.5, 2] as const;

/**
 * Handles the keys of a comparison, and returns its controls; null until the videos are rendered.
 * @param move puts the take of one place into another, both from 1
 */
export function useCompareControls(
  inStep: InStep | null,
  { sound, speed, mode }: Comparison,
  tasks: readonly TrackedTask[],
  move: (from: number, to: number) => void,
): CompareControls | null {
  const engine = useEngine();
  const [loop, setLoop] = useState(true);
  useEffect(() => inStep?.setSpeed(speed), [inStep, speed]);
  useEffect(() => inStep?.setLoop(loop), [inStep, loop]);

  const setSpeed = (next: number): void => change({ speed: next });
  const pick = (n: number): void => {
    const task = tasks[n - 1];
    if (task) engine.pick(refKey(task), task.pickedAt === null);
  };
  const hear = (n: number) => () => n <= tasks.length && change({ sound: n });
  const playback =
    inStep && playbackCommands({ ...inStep, speeds: COMPARE_SPEEDS, speed: () => speed, setSpeed });
  const commands: { [A in ComparisonAction]?: () => void } = {
    ...playback,
    mode: () => change({ mode: mode === 'wipe' ? 'side' : 'wipe' }),
    mute: () => change({ sound: sound === 0 ? 1 : 0 }),
    pick: () => pick(Math.max(1, sound)),
    hear1: hear(1),
    hear2: hear(2),
    hear3: hear(3),
    hear4: hear(4),
  };
  const run = (action: ComparisonAction): void => commands[action]?.();
  usePaneKeys(tasks.length, move, pick);
  useVideoKeys('comparison', (action) => {
    run(action);
    return true;
  });
  return inStep && { state: inStep.state, seek: inStep.seek, run, speed, setSpeed, loop, setLoop };
}
