import { asObject, field, parseJson, type Json } from './read';
import type { Reply } from '~/engine/gateway/reply';

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
  const lines = body.split(LINE).slice(-MAX_LINES);
  const single = lines
    .map((line) => objectIn(line.replace(/^\s*data:/, '')))
    .filter((one) => one !== null);
  const objects = single.length > 0 ? single : eventsIn(lines);
  // A stream may end with a ping or a price.
  return (
    objects.findLast((one) => STATE.some((name) => field(one, name) !== undefined)) ??
    objects.at(-1)
  );
}

function objectIn(line: string): Json | null {
  const text = line.trim();
  return text.startsWith('{') ? asObject(parseJson(text) ?? parseJson(withoutNaN(text))) : null;
}

/** Events whose data stands on several lines: they are one text (HTML, 9.2.6); a blank line ends it. */
function eventsIn(lines: readonly string[]): Json[] {
  const events: string[] = [''];
  for (const line of lines) {
    const data = /^data: ?(.*)$/.exec(line)?.[1];
    if (data !== undefined) events.push(`${events.pop() ?? ''}\n${data}`);
    else if (line === '') events.push('');
  }
  return events.map(objectIn).filter((one) => one !== null);
}

const STATE = ['status', 'state', 'task_status', 'data', 'output', 'result', 'error'];

// eslint-disable-next-line no-control-regex -- a JSON sequence parts its records with it
const LINE = /\r?\n|\r|\u001E/;
