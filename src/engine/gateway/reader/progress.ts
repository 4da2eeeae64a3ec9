import { PROGRESS_SCALES } from '~/engine/gateway/tables/dialects';
import { isAskedName, partsOf } from './sides';
import { leavesOf } from './walk';
import { asNumber, asObject, field, firstAt, type Json } from './read';

/**
 * Percent, 0 to 100. A fraction below 1 without a percent sign is a share, whatever the field is called: nothing is
 * 0.42 % done for long. The whole number 1 is 1 %.
 */
export function progressOf(layers: readonly Json[]): number | null {
  for (const layer of layers) {
    for (const [path, scale] of Object.entries(PROGRESS_SCALES)) {
      const percent = firstAt([layer], [path], (value) => percentIn(value, scale));
      if (percent !== null) return percent;
    }
  }
  return searchedProgress(layers);
}

/** A number in any field whose name says nothing but how far it is: `videoProgressPercentage`. */
function searchedProgress([root]: readonly Json[]): number | null {
  if (!root) return null;
  for (const { names, value } of leavesOf(root, isAboutTask)) {
    const parts = partsOf(names.at(-1) ?? '');
    const named = parts.some((part) => PROGRESS.test(part)) && parts.every((part) => OF.has(part));
    const percent = named ? percentIn(value, parts.includes('ratio') ? 100 : 1) : null;
    if (percent !== null) return percent;
  }
  return null;
}

function isAboutTask(name: string): boolean {
  return !isAskedName(name) && !/usage|quota|billing|credit|memory|cpu|gpu/i.test(name);
}

const PROGRESS = /^(?:progress|percent|percentage|pct|进度)$/;
const OF = new Set(
  `progress percent percentage pct ratio complete completed completion done estimated rate current overall total
  task job video render rendered processed finished generation generate value num 进度`.match(
    /\S+/g,
  ),
);

function percentIn(value: unknown, scale: number): number | null {
  const object = asObject(value);
  if (object) return stepsIn(object);
  const text = typeof value === 'string' && value.length <= 64 ? value.normalize('NFKC') : value;
  const steps = typeof text === 'string' ? /^\s*(\d{1,6})\s*\/\s*(\d{1,6})\s*$/.exec(text) : null;
  if (steps) return share(Number(steps[1]), Number(steps[2]));
  const inWords =
    typeof text === 'string' ? /(?:^|[^\d.])(\d{1,3}(?:\.\d{1,6})?) ?%/.exec(text) : null;
  if (inWords) return bounded(Number(inWords[1]));
  const number = asNumber(text);
  if (number === null || number < 0) return null;
  return bounded(number * (number < 1 ? 100 : scale));
}

/** `{current: 3, total: 10}`: steps of all steps. */
function stepsIn(object: Json): number | null {
  const done = firstAt([object], ['current', 'completed', 'done', 'step', 'value'], asNumber);
  const all = asNumber(field(object, 'total')) ?? asNumber(field(object, 'max'));
  return done === null || all === null ? null : share(done, all);
}

function share(done: number, all: number): number | null {
  return all > 0 && done >= 0 ? bounded((done / all) * 100) : null;
}

function bounded(percent: number): number {
  return Math.min(100, Math.round(percent));
}
