import type { Comparison } from '~/address/comparison';
import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import type { InStep } from '~/engine/media/in-step/in-step';
import { stepSpeed } from '~/engine/media/in-step/step-speed';
import { useEngine } from '~/engine/use-engine';
import { useKeys } from '~/ui/use-keys';

import { compareActionOf, type CompareAction } from './key-map';
import { COMPARE_SPEEDS } from './transport';

/** Handles the keys of a comparison anywhere except in fields, dialogs and controls that use the key themselves. */
export function useCompareKeys(on: {
  inStep: InStep | null;
  comparison: Comparison;
  tasks: readonly TrackedTask[];
  onChange: (change: Partial<Comparison>) => void;
}): void {
  const engine = useEngine();
  const run = (action: CompareAction): void => {
    const { inStep, comparison, tasks, onChange } = on;
    const { time, paused, duration } = inStep?.state.getState() ?? IDLE;
    const { sound, speed, mode } = comparison;
    if (typeof action === 'object') {
      if (action.sound <= tasks.length) onChange({ sound: action.sound });
      return;
    }
    const toSpeed = (by: 1 | -1): void => onChange({ speed: stepSpeed(COMPARE_SPEEDS, speed, by) });
    const commands: Record<Exclude<CompareAction, object>, () => void> = {
      toggle: () => (paused ? inStep?.play() : inStep?.pause()),
      frameBack: () => void inStep?.step(-1),
      frameOn: () => void inStep?.step(1),
      secondBack: () => inStep?.seek(time - 1),
      secondOn: () => inStep?.seek(time + 1),
      start: () => inStep?.seek(0),
      end: () => inStep?.seek(duration),
      mode: () => onChange({ mode: mode === 'wipe' ? 'side' : 'wipe' }),
      mute: () => onChange({ sound: sound === 0 ? 1 : 0 }),
      slower: () => toSpeed(-1),
      faster: () => toSpeed(1),
      pick() {
        const task = tasks[Math.max(0, sound - 1)];
        if (task) engine.pick(refKey(task), task.pickedAt === null);
      },
    };
    commands[action]();
  };
  useKeys((event) => {
    const action = compareActionOf(event);
    // While a key is held down, toggles must not repeat; steps do.
    if (action === null || (event.repeat && !REPEATS.has(action))) return false;
    run(action);
    return true;
  });
}

const IDLE = { time: 0, paused: true, duration: 0 };

const REPEATS: ReadonlySet<CompareAction> = new Set([
  'frameBack',
  'frameOn',
  'secondBack',
  'secondOn',
]);
