import { asObject, field, parseJson } from './read';
import type { Reply } from './reply';

/** More lines than any stream of one task has; only the last ones are tried. */
const MAX_LINES = 200;

/**
 * What a body says: JSON, JSON with the numbers that only Python writes, or the last event of a stream or line of
 * NDJSON that tells about a task. Undefined if it is none of them.
 */
export function parseBody({ body, contentType }: Pick<Reply, 'body' | 'contentType'>): unknown {
  // Some servers begin with what keeps a script from running their JSON.
  const text = body.replace(/^\s*\)\]\}',?/, '');
  const json = parseJson(text) ?? parseJson(withoutNaN(text));
  if (json !== undefined) return json;
  const isStream = /event-stream|ndjson|jsonl|json-seq/i.test(contentType);
  return isStream || /^\s*(?:data|event|id|retry|:)/.test(body.slice(0, 100)) || /^\s*\{/.test(body)
    ? lastEvent(body)
    : undefined;
}

/** `NaN` and `Infinity` outside of texts become null. */
function withoutNaN(body: string): string {
  if (!/\b(?:NaN|Infinity)\b/.test(body)) return body;
  return body.replaceAll(/"(?:[^"\\]|\\.)*"|-?\b(?:NaN|Infinity)\b/g, (found) =>
    found.startsWith('"') ? found : 'null',
  );
}

function lastEvent(body: string): unknown {
  const objects = body
    .split(LINE)
    .slice(-MAX_LINES)
    .flatMap((line) => {
      const text = line.replace(/^\s*data:/, '').trim();
      const value = text.startsWith('{')
        ? asObject(parseJson(text) ?? parseJson(withoutNaN(text)))
        : null;
      return value ? [value] : [];
    });
  // A stream may end with a ping or a price.
  return (
    objects.findLast((one) => STATE.some((name) => field(one, name) !== undefined)) ??
    objects.at(-1)
  );
}

const STATE = ['status', 'state', 'task_status', 'data', 'output', 'result', 'error'];

// eslint-disable-next-line no-control-regex -- a JSON sequence parts its records with it
const LINE = /\r?\n|\r|\u001E/;
