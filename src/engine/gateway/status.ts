import type { TaskState } from '~/core/task';

import { STATUS_FIELDS, STATUS_LABEL_FIELDS } from './dialects';
import { ownId } from './layers';
import { asObject, field, valuesAt, type Json } from './read';
import { plainWord, stateOfWord } from './status-words';

/** Where an answer says the task is; `word` is the service's own. */
export interface Verdict {
  state: TaskState;
  word: string | null;
}

/** How far along a state is; a lagging word of an outer layer yields to one that is further along. */
const RANK = {
  unknown: 0,
  queued: 1,
  running: 2,
  completed: 3,
  failed: 3,
  cancelled: 3,
} as const satisfies Record<TaskState, number>;

/**
 * Which of several status words counts; null if there is none. The outermost final state wins. Queued and running yield
 * to the more specific words of `detail`; a final state of another layer is ignored if a word further out disagrees: it
 * may be a raw value about accepting the order.
 */
export function verdictOf(layers: readonly Json[]): Verdict | null {
  const words = layers.flatMap((layer) => {
    const verdict = verdictIn(layer) ?? detailOf(layer);
    return verdict ? [{ layer, verdict }] : [];
  });
  const said = words.filter(
    ({ layer, verdict }, at) => !(isEnvelopeWord(verdict, layer) && words[at + 1]),
  );
  const [first] = said;
  if (!first) return numberIn(layers) ?? flagIn(layers);
  let best = first.verdict;
  if (isFinal(best)) return best;
  for (const { layer } of said) {
    const specific = pendingInfoOf(layer);
    if (specific && specific.state !== 'unknown') best = specific;
    else best = further(best, detailOf(layer));
    if (isFinal(best)) return best;
  }
  return said
    .map(({ verdict }) => verdict)
    .filter((verdict) => !isFinal(verdict))
    .reduce(further, best);
}

function further(best: Verdict, other: Verdict | null): Verdict {
  return other && RANK[other.state] > RANK[best.state] ? other : best;
}

function isFinal(verdict: Verdict): boolean {
  return RANK[verdict.state] === 3;
}

/** `{status: "success", data: {…}}` without an id is about the look-up if `data` has a word of its own. */
function isEnvelopeWord(verdict: Verdict, layer: Json): boolean {
  return (
    ownId(layer) === null &&
    ['success', 'ok', 'succeed', 'succeeded'].includes(plainWord(verdict.word ?? ''))
  );
}

function verdictIn(layer: Json): Verdict | null {
  const word = firstText(layer, STATUS_FIELDS) ?? firstText(layer, STATUS_LABEL_FIELDS);
  return word === null ? null : { state: stateOfWord(word), word };
}

/** Strings that are words; a status may also be an object containing one. */
function firstText(layer: Json, names: readonly string[]): string | null {
  for (const name of names) {
    const value = field(layer, name);
    const nested = asObject(value);
    const text = nested ? (field(nested, 'state') ?? field(nested, 'status')) : value;
    if (typeof text === 'string' && !/^\s*-?[\d.]+\s*$/.test(text)) return text.trim();
  }
  return null;
}

function detailOf(layer: Json): Verdict | null {
  const detail = asObject(field(layer, 'detail'));
  return detail ? verdictIn(detail) : null;
}

function pendingInfoOf(layer: Json): Verdict | null {
  const info = asObject(valuesAt(layer, 'detail.pending_info')[0]);
  return info ? verdictIn(info) : null;
}

/** A purely numeric status has no meaning we could know, but it is a status. */
function numberIn(layers: readonly Json[]): Verdict | null {
  for (const layer of layers.toReversed()) {
    for (const name of STATUS_FIELDS) {
      const value = field(layer, name);
      if (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) {
        return flagIn(layers) ?? { state: 'unknown', word: String(value).trim() };
      }
    }
  }
  return null;
}

/** Flags that mean the same wherever they occur (kie.ai). */
const FLAGS: Readonly<Record<string, readonly TaskState[]>> = {
  success_flag: ['running', 'completed', 'failed', 'failed'],
};

function flagIn(layers: readonly Json[]): Verdict | null {
  for (const layer of layers) {
    for (const [name, states] of Object.entries(FLAGS)) {
      const value = field(layer, name);
      const state = typeof value === 'number' ? states[value] : undefined;
      if (state) return { state, word: String(value) };
    }
  }
  return null;
}
