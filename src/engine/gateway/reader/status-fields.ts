import { STATUS_FIELDS } from '~/engine/gateway/tables/dialects';
import { field, isAbsent, type Json } from './read';
import { partsOf } from './sides';

/** The values of a layer that may say how far its task is: the listed fields first, then any that is called a status. */
export function statusValues(layer: Json): unknown[] {
  const listed = STATUS_FIELDS.map((name) => field(layer, name)).filter((one) => one !== undefined);
  if (listed.length > 0) return listed;
  return Object.keys(layer)
    .slice(0, 60)
    .filter((name) => isStatusName(name) && !isAbsent(layer[name]))
    .map((name) => layer[name]);
}

/** Whether the layer has a word or number about how far a task is. */
export function saysState(layer: Json): boolean {
  return statusValues(layer).some((value) => typeof value !== 'boolean' && !Array.isArray(value));
}

/** `execute_status`, `inferenceStatus`; not the status of something beside the task. */
function isStatusName(name: string): boolean {
  const parts = partsOf(name);
  const isStatus = parts.at(-1) === 'status' || parts.at(-1) === 'state';
  return isStatus && !parts.some((part) => OTHERS.has(part));
}

const OTHERS = new Set(
  `callback webhook notify notification http payment billing pay moderation review audit upload
  download live user account member response request error code watermark delivery storage network
  connection session upsample nsfw subscription order invoice file input image audio previous old
  last initial`.match(/\S+/g),
);

/** The word beside a number: `statusLabel`, `task_status_desc`. */
export function statusLabels(layer: Json): unknown[] {
  return Object.keys(layer)
    .slice(0, 60)
    .filter((name) => {
      const parts = partsOf(name);
      const label = LABELS.has(parts.at(-1) ?? '') || STATUS_THEN_LABEL.test(name);
      return label && parts.some((part) => /^(?:status|state)/.test(part));
    })
    .map((name) => layer[name]);
}

const LABELS = new Set(
  'label text name str string desc description word display title zh cn'.split(' '),
);
const STATUS_THEN_LABEL = /^(?:status|state)(?:label|text|name|str|desc)$/i;
