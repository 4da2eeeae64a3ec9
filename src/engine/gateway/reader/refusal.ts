import type { Task } from '~/core/task';
import { isTerminal } from '~/core/task';

import { aboutOf } from './about';
import { isFine } from '~/engine/gateway/tables/failure-fields';
import { ownId } from './unwrap';
import { phraseOf } from '~/engine/gateway/tables/problem-phrases';
import { asObject, field, isAbsent, type Json } from './read';
import { messageOf, saidAll } from './service-words';
import { statusValues } from './status-fields';
import { plainWord } from '~/core/status-word';

/**
 * Whether an answer with a status word is about the look-up all the same: `{"status": "error", "message": "invalid API
 * key"}`, `{"status": 404, …}`. A message about keys, limits or a missing task never makes the task failed; a failed
 * task that is described is failed, whatever its message mentions.
 */
export function isRefusal(root: Json, layers: readonly Json[], task: Task): boolean {
  // A word further inside is about the task.
  const says = statusValues(root).length > 0;
  if (!says) return false;
  const envelope = isVague(task) && task.state === 'failed';
  if (envelope && phraseOf(messageOf(layers) ?? '') === 'not_ready') return true;
  if (task.id !== null) return false;
  if (task.state === 'unknown') return isRefusalNumber(task.statusWord ?? '', root);
  if (task.state !== 'failed' || describesTask(root)) return false;
  const words = saidAll(layers);
  const phrase = phraseOf(words);
  if (phrase === 'auth' || (phrase === 'not_found' && !OF_INPUT.test(words))) return true;
  return envelope && phrase === 'rate_limited';
}

/**
 * Whether this is the task itself although the HTTP status says that something is wrong: it has its own id and is at an
 * end that is not the refusal of the look-up.
 */
export function isWholeTask(status: number, layers: readonly Json[], task: Task): boolean {
  const word = task.statusWord !== null && !/^-?\d+$/.test(task.statusWord);
  if (task.id === null || !isTerminal(task.state) || !word) return false;
  if (!layers.some((layer) => isSaidWithId(layer))) return false;
  if (task.state !== 'failed') return true;
  if (status === 401 || status === 407) return false;
  const phrase = phraseOf(messageOf(layers) ?? '');
  const refusal = phrase !== null && phrase !== 'not_ready';
  const asked = status === 403 || status === 404 || status === 429;
  const vague = isVague(task) && !layers.some(describesTask);
  return !(refusal && (asked || vague));
}

/** `error` and `fail` are also what envelopes say about the look-up. */
function isVague(task: Task): boolean {
  return /^(?:error|fail)$/.test(plainWord(task.statusWord ?? ''));
}

/** The id and the word stand together. */
function isSaidWithId(layer: Json): boolean {
  return ownId(layer) !== null && statusValues(layer).length > 0;
}

/** What is missing is in the request, not the task. */
const OF_INPUT = /\b(?:image|face|audio|file|frame|model|asset|url|voice)s?\b|图|脸|素材|模型/i;

/** Fields that only a task has. */
function describesTask(layer: Json): boolean {
  const object = field(layer, 'object');
  if (typeof object === 'string' && /video|task|job|generation/i.test(object)) return true;
  return ABOUT_TASK.some((name) => field(layer, name) !== undefined);
}

const ABOUT_TASK = [
  'model',
  'model_name',
  'progress',
  'prompt',
  'input',
  'created_at',
  'create_time',
  'created',
  'completed_at',
  'finished_at',
  'duration',
  'video',
  'metrics',
];

/** An HTTP status, or the error's own code repeated (jimeng: `{code: 50411, status: 50411, …}`). */
function isRefusalNumber(word: string, root: Json): boolean {
  const code = String(field(root, 'code'));
  return /^[45]\d\d$/.test(word) || (/^\d+$/.test(word) && word === code && !isFine(word));
}

/** A state that means: there is no such task (DashScope's lone `UNKNOWN`, Volcengine's `not_found`). */
export function isForgotten(layers: readonly Json[]): boolean {
  return layers.some((layer) => {
    const word = field(layer, 'task_status') ?? field(layer, 'status') ?? field(layer, 'state');
    if (typeof word !== 'string') return false;
    const plain = plainWord(word);
    if (NOT_THERE.test(plain)) return true;
    return (
      plain === 'unknown' &&
      field(layer, 'task_status') !== undefined &&
      Object.keys(layer).every(
        (name) => /^(?:task_?(?:id|status)|request_?id)$/i.test(name) || isAbsent(layer[name]),
      )
    );
  });
}

const NOT_THERE =
  /^(?:(?:task|job|video|id)_)?(?:not_?found|not_?exists?|nonexistent|no_such_(?:task|job))$|^(?:任务)?不存在$/;

/**
 * Whether a refused look-up tells why the task failed: its content was refused, which nobody can do by asking about it,
 * or the body of the request is blamed, and a look-up has none (fal answers 422).
 */
export function isTasksOwnFailure(status: number, layers: readonly Json[]): boolean {
  if (![400, 403, 422, 451].includes(status)) return false;
  const [root] = layers;
  const blamed = root && field(root, 'detail');
  const first = Array.isArray(blamed) ? asObject(blamed[0]) : null;
  const where = first && field(first, 'loc');
  if (Array.isArray(where)) return where[0] === 'body';
  const words = saidAll(layers);
  return CONTENT.test(words) && (status !== 403 || aboutOf(status, words) === null);
}

const CONTENT =
  /content[ _-]?(?:policy|moderation|violation|filter|checker|safety)|moderat(?:ion|ed)|nsfw|unsafe content|sensitive (?:content|words?|information)|flagged (?:by|as|for)|safety (?:system|filter|checker)|copyright|敏感(?:内容|词|信息)|内容(?:违规|审核|安全)|涉嫌违规|审核(?:未|不)通过/i;
