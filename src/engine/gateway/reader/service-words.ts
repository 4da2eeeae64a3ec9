import { cleanText } from '~/core/clean-text';
import { cleanMessage } from '~/engine/gateway/clean-message';
import {
  FAILURE_CODE_PATHS,
  FAILURE_PATHS,
  GENERAL_MESSAGE_PATHS,
  isFine,
  MESSAGE_FIELDS,
} from '~/engine/gateway/tables/failure-fields';
import { asObject, field, firstAt, parseJson, type Json } from './read';
import { isAskedName, partsOf } from './sides';
import { leavesOf } from './walk';

/** The service's error message, clean and short; null if there is none. */
export function messageOf(layers: readonly Json[]): string | null {
  return (
    firstAt(layers, FAILURE_PATHS, messageIn) ??
    searchedMessage(layers) ??
    firstAt(layers.toReversed(), GENERAL_MESSAGE_PATHS, messageIn)
  );
}

/** A sentence in any field that is named after an error or a reason, beyond those that are listed. */
function searchedMessage(layers: readonly Json[]): string | null {
  const [root] = layers;
  if (!root) return null;
  for (const { names, value } of leavesOf(root, (name) => !isAskedName(name))) {
    if (typeof value !== 'string' || !/\s|[\u4E00-\u9FFF]/.test(value.trim())) continue;
    if (names.some(isNamedAfterFailure) && !ASIDE.test(names.at(-1) ?? '')) {
      const message = messageIn(value);
      if (message !== null) return message;
    }
  }
  return null;
}

function isNamedAfterFailure(name: string): boolean {
  return partsOf(name).some((part) => FAILURE_PARTS.test(part));
}

const FAILURE_PARTS =
  /^(?:err|errors?|errormsg|fail|failed|failures?|exceptions?|reasons?|trace|traceback|violations?|rejections?|refusals?|moderation)$|原因|错误|失败|异常/;
/** What stands beside an error and does not tell it. */
const ASIDE = /(?:id|code|type|at|time|date|count|url|link|name|param|stack|file|status|class)$/i;

/** The service's error code as text; envelope codes such as `0` and `success` do not count. */
export function codeOf(layers: readonly Json[]): string | null {
  return firstAt(layers, FAILURE_CODE_PATHS, (value) => {
    if (typeof value === 'number') return isFine(value) ? null : String(value);
    const text = cleanText(value, 100);
    // A code is one word; a sentence belongs in the message.
    return text === null || isFine(text) || text.length > 80 ? null : text;
  });
}

/** Every text and code in an error body, to match phrases against. */
export function saidAll(layers: readonly Json[]): string {
  const texts: string[] = [];
  const collect = (value: unknown): null => {
    const text = messageIn(value) ?? (typeof value === 'number' ? String(value) : null);
    if (text !== null && texts.length < 30) texts.push(text);
    return null;
  };
  firstAt(
    layers,
    [...FAILURE_PATHS, ...GENERAL_MESSAGE_PATHS, ...FAILURE_CODE_PATHS, 'title'],
    collect,
  );
  const searched = searchedMessage(layers);
  return [...texts, ...(searched === null || texts.includes(searched) ? [] : [searched])].join(
    ' · ',
  );
}

/** A message from a string, an error object, a list of either, or JSON inside a string. */
export function messageIn(value: unknown, depth = 0): string | null {
  if (depth > 4) return null;
  if (typeof value === 'string') return sentence(value, depth);
  if (Array.isArray(value)) return firstMessage(value.slice(0, 10), depth);
  const object = asObject(value);
  return object
    ? firstMessage(
        MESSAGE_FIELDS.map((name) => field(object, name)),
        depth,
      )
    : null;
}

function firstMessage(values: readonly unknown[], depth: number): string | null {
  for (const value of values) {
    const message = messageIn(value, depth + 1);
    if (message !== null) return message;
  }
  return null;
}

function sentence(text: string, depth: number): string | null {
  if (/^\s*[{[]/.test(text)) {
    const inner = messageIn(parseJson(text), depth + 1);
    if (inner !== null) return inner;
  }
  // Older new-api puts the finished video's link where the failure reason goes.
  if (isFine(text) || /^\s*https?:\/\/\S+\s*$/i.test(text)) return null;
  return cleanMessage(text);
}
