import type { TaskState } from '~/core/task';

import { isFine } from '~/engine/gateway/tables/failure-fields';
import { flagIn } from './flags';
import { ownId } from './unwrap';
import { partsIn } from './lists';
import { asObject, field, valuesAt, type Json } from './read';
import { statusLabels, statusValues } from './status-fields';
import { plainWord } from '~/core/status-word';
import { stateOfWord } from '~/engine/gateway/tables/status-words';

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
export function verdictOf(layers: readonly Json[], hasVideo: boolean): Verdict | null {
  const words = layers.flatMap((layer) => {
    const verdict = verdictIn(layer, hasVideo) ?? detailOf(layer, hasVideo);
    return verdict ? [{ layer, verdict }] : [];
  });
  const said = words.filter(
    ({ layer, verdict }, at) => !isEnvelopeWord(verdict, layer, words[at + 1]?.verdict, hasVideo),
  );
  const [first] = said;
  if (!first) return partsVerdict(layers, hasVideo) ?? numberIn(layers) ?? flagIn(layers, hasVideo);
  let best = first.verdict;
  if (isFinal(best)) return best;
  for (const { layer } of said) {
    const specific = pendingInfoOf(layer, hasVideo);
    if (specific && specific.state !== 'unknown') best = specific;
    else best = further(best, detailOf(layer, hasVideo));
    if (isFinal(best)) return best;
  }
  const [next] = said.slice(1);
  // `{status: "unknown", result: {status: "failed"}}`: a word that says nothing contradicts nothing.
  if (best.state === 'unknown' && next) return next.verdict;
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

/**
 * `{status: "success", data: {…}}` is about the look-up if `data` has a word of its own: always if it has no id, and
 * with an id if there is no video that would bear it out.
 */
function isEnvelopeWord(
  verdict: Verdict,
  layer: Json,
  inner: Verdict | undefined,
  hasVideo: boolean,
): boolean {
  if (!inner || !ENVELOPE_WORDS.has(plainWord(verdict.word ?? ''))) return false;
  return ownId(layer) === null || (!hasVideo && inner.state !== 'completed');
}

const ENVELOPE_WORDS = new Set(['success', 'ok', 'succeed', 'succeeded', 'successful', 'true']);

function verdictIn(layer: Json, hasVideo: boolean): Verdict | null {
  const [first = textsIn(statusLabels(layer))[0], ...others] = textsIn(statusValues(layer));
  if (first === undefined) return null;
  // `{status: "success", task_status: "processing"}`: the first is about the look-up.
  const taken = !hasVideo && ENVELOPE_WORDS.has(plainWord(first));
  const inner = taken ? others.find((word) => !ENVELOPE_WORDS.has(plainWord(word))) : undefined;
  const word = inner ?? first;
  return { state: stateOfWord(word, hasVideo), word };
}

/** Strings that are words; a status may also be an object containing one. */
function textsIn(values: readonly unknown[]): string[] {
  return values.flatMap((value) => {
    const nested = asObject(value);
    const text = nested ? wordIn(nested) : value;
    const isWord = typeof text === 'string' && !/^\s*-?[\d.]+\s*$/.test(text.slice(0, 100));
    return isWord ? [text.trim()] : [];
  });
}

function wordIn(nested: Json): unknown {
  const names = [
    'state',
    'status',
    'status_str',
    'phase',
    'code',
    'name',
    'value',
    'label',
    'type',
  ];
  return names.map((name) => field(nested, name)).find((value) => typeof value === 'string');
}

function detailOf(layer: Json, hasVideo: boolean): Verdict | null {
  const detail = asObject(field(layer, 'detail'));
  return detail ? verdictIn(detail, hasVideo) : null;
}

function pendingInfoOf(layer: Json, hasVideo: boolean): Verdict | null {
  const info = asObject(valuesAt(layer, 'detail.pending_info')[0]);
  return info ? verdictIn(info, hasVideo) : null;
}

/** Several takes of one task: it runs while one of them does, and has a result as soon as one of them has. */
function partsVerdict(layers: readonly Json[], hasVideo: boolean): Verdict | null {
  const verdicts = layers.flatMap(partsIn).flatMap((part) => verdictIn(part, hasVideo) ?? []);
  for (const state of ['running', 'queued', 'completed', 'failed', 'cancelled'] as const) {
    const found = verdicts.find((verdict) => verdict.state === state);
    if (found) return found;
  }
  return null;
}

/** A purely numeric status has no meaning we could know, but it is a status. */
function numberIn(layers: readonly Json[]): Verdict | null {
  for (const layer of layers.toReversed()) {
    for (const value of statusValues(layer)) {
      // `{status: 200, data: {id}}` is about the look-up.
      if (isFine(value) && ownId(layer) === null) continue;
      if (typeof value === 'number' || (typeof value === 'string' && value.trim() !== '')) {
        return flagIn(layers, false) ?? { state: 'unknown', word: String(value).trim() };
      }
    }
  }
  return null;
}
