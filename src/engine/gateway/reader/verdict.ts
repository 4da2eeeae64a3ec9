import { codeOf, saidAll } from './service-words';
import { saysState } from './status-fields';
import {
  finishReason,
  hasError,
  isCodeOfFailure,
  isErrorForResult,
  isFlagged,
  isRefused,
  tellsError,
} from './evidence';
import { operationName, ownId } from './unwrap';
import { phraseOf } from '~/engine/gateway/tables/problem-phrases';
import { asObject, field, valuesAt, type Json } from './read';
import { plainWord } from '~/core/status-word';
import { stateOfEvent, stateSaidInMessage } from './status-message';
import { verdictOf, type Verdict } from './status';

/**
 * How the task is, by everything that the answer says: its word, a result, an error, a mark of refusal. Null if it says
 * nothing about a task.
 */
export function verdictOn(layers: readonly Json[], link: string | null): Verdict | null {
  const said = verdictOf(layers, link !== null);
  // `{status: "ok"}` alone is a health check.
  const counts =
    said !== null && (plainWord(said.word ?? '') !== 'ok' || link !== null || hasId(layers));
  const verdict = counts ? judged(said, layers, link) : null;
  return cancelledByCode(
    verdict ?? operationVerdict(layers, link) ?? bareVerdict(layers, link),
    layers,
  );
}

function judged(said: Verdict, layers: readonly Json[], link: string | null): Verdict {
  if (said.state === 'completed') {
    const failed =
      isRefused(layers, true) || (link === null && LACKING.some((rule) => rule(layers)));
    return failed ? { ...said, state: 'failed' } : said;
  }
  if (said.state !== 'unknown') return said;
  // A number or a word that says nothing: what lies beside it decides.
  if (link !== null && !hasError(layers))
    return { ...said, state: isRefused(layers, true) ? 'failed' : 'completed' };
  const failed = link === null && isNumber(said.word) && tellsError(layers) && hasId(layers);
  return failed ? { ...said, state: 'failed' } : said;
}

/** What makes a task that is done without any file a failed one. */
const LACKING = [tellsError, isFlagged, isCodeOfFailure, isErrorForResult];

function isNumber(word: string | null): boolean {
  return word !== null && /^-?\d+$/.test(word);
}

/** A service that has no word for it tells it by a code; 1 is `CANCELLED` in Google's list. */
function cancelledByCode(verdict: Verdict | null, layers: readonly Json[]): Verdict | null {
  const open =
    verdict?.state === 'failed' || (verdict?.state === 'unknown' && verdict.word === null);
  if (!verdict || !open) return verdict;
  const code = plainWord(codeOf(layers) ?? '');
  const google = code === '1' && layers.some((layer) => operationName(layer) !== null);
  const cancelled = google || /(?:^|[_.])cancel(?:l?ed|lation)?(?:$|[_.])/.test(code);
  return cancelled ? { ...verdict, state: 'cancelled' } : verdict;
}

/** Google's operations only have `done`; done without a video means it was filtered. */
function operationVerdict(layers: readonly Json[], link: string | null): Verdict | null {
  const operation = layers.find((layer) => typeof field(layer, 'done') === 'boolean');
  if (!operation) {
    return layers.some((layer) => operationName(layer) !== null) && !hasError(layers)
      ? { state: 'running', word: null }
      : null;
  }
  if (field(operation, 'done') === false) return { state: 'running', word: null };
  const made = MADE.some((name) => layers.some((layer) => field(layer, name) !== undefined));
  const failed = hasError(layers) || !(made || link !== null);
  return { state: failed ? 'failed' : 'completed', word: null };
}

/** The files of a Google operation, even if none of them can be played (`gs://…`, bytes). */
const MADE = ['generated_samples', 'generated_videos', 'videos'];

/**
 * No status word: a link to a result is a result, with an id or without (fal's `response_url`); a reason to finish tells
 * how it ended; an id alone means the task is still in progress; anything else is not a task.
 */
function bareVerdict(layers: readonly Json[], link: string | null): Verdict | null {
  const event = stateOfEvent(layers);
  if (event) return event;
  if (hasError(layers)) return errorOfTask(layers);
  const refused = isRefused(layers, false);
  if (link !== null) return { state: refused ? 'failed' : 'completed', word: null };
  if (refused) return { state: 'failed', word: finishReason(layers) };
  if (/^(?:success|completed?|stop)$/i.test(finishReason(layers) ?? ''))
    return { state: 'completed', word: finishReason(layers) };
  if (!hasId(layers)) return null;
  return stateSaidInMessage(layers) ?? { state: 'unknown', word: null };
}

/** An error that names the task it is about (Runware). */
function errorOfTask(layers: readonly Json[]): Verdict | null {
  const errors = layers.flatMap((layer) => [
    ...valuesAt(layer, 'errors'),
    ...valuesAt(layer, 'error'),
  ]);
  const named = errors.some((error) => {
    const object = asObject(error);
    return object !== null && saysState(object) && ownId(object) !== null;
  });
  return named && phraseOf(saidAll(layers)) === null ? { state: 'failed', word: null } : null;
}

function hasId(layers: readonly Json[]): boolean {
  return layers.some((layer) => ownId(layer) !== null);
}
