import { FAILURE_NAMED_PATHS, isFine } from '~/engine/gateway/tables/failure-fields';
import { asNumber, asObject, field, firstAt, isAbsent, valuesAt, type Json } from './read';
import { messageIn } from './service-words';
import { isAskedName, partsOf } from './sides';
import { leavesOf } from './walk';

/** `{code: 0, message: ""}`, `"none"` and `{}` are no errors. */
export function hasError(layers: readonly Json[]): boolean {
  return (
    layers.some((layer) => ERRORS.some((name) => meansError(field(layer, name), 0))) ||
    field(layers[0] ?? {}, 'success') === false
  );
}

const ERRORS = ['error', 'errors', 'error_type', 'exception', 'err'];

function meansError(value: unknown, depth: number): boolean {
  if (isAbsent(value) || value === false || depth > 3) return false;
  if (typeof value === 'number' || typeof value === 'string') return !isFine(value);
  if (Array.isArray(value)) return value.slice(0, 10).some((one) => meansError(one, depth + 1));
  const object = asObject(value);
  return object ? Object.keys(object).some((name) => meansError(object[name], depth + 1)) : true;
}

/** An error, or a text in a field that is named after one. */
export function tellsError(layers: readonly Json[]): boolean {
  return (
    hasError(layers) || firstAt(layers, FAILURE_NAMED_PATHS, (value) => messageIn(value)) !== null
  );
}

/** Whether the envelope has a code and a sentence that both are no success (Volcengine: `50413`, done without a file). */
export function isCodeOfFailure([root]: readonly Json[]): boolean {
  const code = root && asNumber(field(root, 'code'));
  if (!root || code === null || code === undefined || code <= 0 || isFine(code)) return false;
  const message = messageIn(field(root, 'message') ?? field(root, 'msg'));
  return message !== null && !/succe|\bok\b|成功|完成/i.test(message);
}

/** `results: [{code: "DataInspectionFailed", message: …}]`: an error where the file would be (DashScope). */
export function isErrorForResult(layers: readonly Json[]): boolean {
  const made = layers.flatMap((layer) => [
    ...valuesAt(layer, 'results'),
    ...valuesAt(layer, 'result'),
  ]);
  return made.some((value) => {
    const result = asObject(value);
    const code = result && field(result, 'code');
    return (
      typeof code === 'string' && !isFine(code) && field(result ?? {}, 'message') !== undefined
    );
  });
}

/** Whether the layers hold a mark of refusal: of the moderation, of the reason to finish, or of the whole. */
export function isRefused(layers: readonly Json[], finished: boolean): boolean {
  const denied = layers.some((layer) => SUCCEEDED.some((name) => field(layer, name) === false));
  if (finished && denied) return true;
  const [root] = layers;
  return root !== undefined && leavesOf(root, (name) => !isAskedName(name)).some(isMark);
}

/** The same for marks that count only where no video came: a counter, a list of flags. */
export function isFlagged(layers: readonly Json[]): boolean {
  const [root] = layers;
  if (!root) return false;
  return leavesOf(root, (name) => !isAskedName(name)).some(({ names, value }) => {
    const parts = partsOf(names.at(-1) ?? '');
    const counter = typeof value === 'number' && value > 0 && parts.includes('count');
    const counted = value === true || counter;
    return (
      counted &&
      parts.some((part) => BAD_IF_TRUE.has(part)) &&
      !parts.some((part) => OPTION.has(part))
    );
  });
}

function isMark({ names, value }: { names: readonly string[]; value: unknown }): boolean {
  const name = names.at(-1) ?? '';
  const parts = partsOf(name);
  if (value === false) {
    const checked = parts.includes('safe') || names.some((one) => partsOf(one).some(isCheck));
    const isVerdict = parts.every((part) => GOOD_IF_TRUE.has(part) || VERDICT_NAMES.has(part));
    return checked && isVerdict && parts.some((part) => GOOD_IF_TRUE.has(part));
  }
  return (
    typeof value === 'string' &&
    value.length < 80 &&
    REASON.test(parts.join('_')) &&
    FILTERED.test(value)
  );
}

/** The reason a generation ended with, in services that have no state (Stability). */
export function finishReason(layers: readonly Json[]): string | null {
  return firstAt(layers, ['finish_reason', 'finished_reason'], (value) =>
    typeof value === 'string' ? value : null,
  );
}

const SUCCEEDED = ['success', 'is_success', 'succeeded', 'ok'];
const words = (text: string): ReadonlySet<string> => new Set(text.split(' '));
const BAD_IF_TRUE = words(
  'nsfw flagged blocked violation filtered moderated sensitive rejected unsafe',
);
const GOOD_IF_TRUE = words('respect respects passed pass safe approved compliant allowed ok');
const VERDICT_NAMES = words(
  'is has content video output result moderation safety review audit check',
);
const CHECKS = words('moderation moderated safety review audit nsfw compliance');
const isCheck = (part: string) => CHECKS.has(part);
/** Switches of the request, repeated beside the result. */
const OPTION = words('enable enabled disable disabled checker filter allow check finished');
const REASON = /^(?:finish|finished|stop|end|termination)_reasons?$/;
const FILTERED =
  /filter|safety|moderat|prohibit|block|sensitive|recitation|violat|nsfw|refus|reject/i;
