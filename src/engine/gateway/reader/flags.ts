import type { TaskState } from '~/core/task';

import { asNumber, field, type Json } from './read';
import { stateOfWord } from '~/engine/gateway/tables/status-words';
import type { Verdict } from './status';

/** Numbers that mean the same wherever the field occurs (kie.ai). */
const NUMBERED: Readonly<Record<string, readonly TaskState[]>> = {
  success_flag: ['running', 'completed', 'failed', 'failed'],
};

/** Flags that say the end when true, and that it has not come when false. */
const ENDED = [
  'completed',
  'complete',
  'finished',
  'is_completed',
  'is_complete',
  'is_finished',
  'is_done',
  'is_ready',
  'ready',
];

/** Flags that say one state when true. */
const TRUE_MEANS = [
  ['cancelled', ['cancelled', 'canceled', 'is_cancelled', 'is_canceled']],
  [
    'failed',
    ['failed', 'is_failed', 'has_failed', 'is_error', 'has_error', 'fatal_error_encountered'],
  ],
  ['completed', ENDED],
  [
    'running',
    [
      'is_running',
      'is_processing',
      'processing',
      'running',
      'in_progress',
      'generating',
      'rendering',
    ],
  ],
  ['queued', ['is_queued', 'is_pending', 'pending', 'queued']],
] as const satisfies readonly (readonly [TaskState, readonly string[]])[];

/** A state given as a flag: a number or a word in `successFlag`, or `finished: true`. Null if there is none. */
export function flagIn(layers: readonly Json[], hasVideo: boolean): Verdict | null {
  for (const layer of layers) {
    for (const [name, states] of Object.entries(NUMBERED)) {
      const value = field(layer, name);
      const number = asNumber(value);
      if (number !== null) return { state: states[number] ?? 'unknown', word: String(number) };
      if (typeof value === 'string') return { state: stateOfWord(value, hasVideo), word: value };
    }
  }
  return switchIn(layers);
}

function switchIn(layers: readonly Json[]): Verdict | null {
  for (const layer of layers) {
    for (const [state, names] of TRUE_MEANS) {
      if (names.some((name) => field(layer, name) === true)) return { state, word: null };
    }
    const open = ENDED.some((name) => field(layer, name) === false);
    if (open) return { state: 'running', word: null };
  }
  return null;
}
