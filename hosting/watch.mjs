// Watches the feeds of config.json and tells a webhook when a batch has ended, also while no page is open:
//   node hosting/watch.mjs                 until it is stopped
//   node hosting/watch.mjs --once [--json] looks every task up once and prints a table; 1 if one could not be looked up
// The environment is in watch-settings.mjs; 2 says that something there, or in config.json, is wrong.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { HostingError } from './relay.mjs';
import { readWatch } from './watch-settings.mjs';

const ENGINE = path.resolve(import.meta.dirname, '../dist-watch/watch.mjs');
const MOST_CONFIG = 1_000_000;

async function run(options) {
  const stray = [...options].find((one) => one !== '--once' && one !== '--json');
  if (stray || (options.has('--json') && !options.has('--once')))
    throw new HostingError('Usage: node hosting/watch.mjs [--once [--json]]');
  if (!existsSync(ENGINE))
    throw new HostingError('The watcher has not been built: run npm ci && npm run build:watch.');
  const { telling, ...settings } = readWatch(process.env, options.has('--once'));
  const engine = await import(ENGINE);
  const watched = { ...settings, config: await configAt(settings.config) };
  if (telling === null) {
    const { looks, isWhole } = fine(await engine.once(watched, say));
    console.log(options.has('--json') ? JSON.stringify(looks, null, 2) : tableOf(looks));
    process.exitCode = isWhole ? 0 : 1;
    return;
  }
  const { stop } = fine(await engine.watch(watched, telling, say));
  for (const signal of ['SIGINT', 'SIGTERM']) {
    process.once(signal, () => {
      stop();
      process.exit(0);
    });
  }
}

async function configAt(place) {
  try {
    if (!/^https?:\/\//.test(place)) return readFileSync(place, 'utf8');
    const reply = await fetch(place, { signal: AbortSignal.timeout(30_000) });
    const text = reply.ok ? await reply.text() : null;
    if (text !== null && text.length <= MOST_CONFIG) return text;
  } catch {
    // Said below.
  }
  throw new HostingError('WATCH_CONFIG cannot be read: it must be a file, or an address of one.');
}

function fine(result) {
  if (!result.problems) return result;
  const said = result.problems.map((problem) =>
    problem.stray === undefined
      ? `config.json: ${problem.place || 'the file'} is wrong (${problem.code}).`
      : `WATCH_KEY_${problem.stray} is a key for no service in config.json.`,
  );
  throw new HostingError(said.join('\n'));
}

/** Nothing else is ever printed: no key, no address of the webhook, no answer of a service. */
function say(event) {
  const line = WORDS[event.type](event);
  (event.type === 'watching' || event.type === 'sent' ? console.log : console.error)(line);
}

const WORDS = {
  watching: ({ feeds }) => `Watching ${feeds} ${feeds === 1 ? 'feed' : 'feeds'}.`,
  'no-key': ({ service }) => `There is no key for “${service}”: its tasks are not looked up.`,
  feed: ({ trouble }) => `Feed “${trouble.name}”: ${trouble.problem}.`,
  sent: () => 'The webhook was told.',
  again: ({ status }) =>
    `The webhook did not take a message (${statusOf(status)}); it is tried again.`,
  'given-up': ({ status }) =>
    `The webhook did not take a message (${statusOf(status)}); it is given up.`,
  'left-out': () => 'Too many messages wait for the webhook: the oldest was left out.',
};

function statusOf(status) {
  return status === null ? 'no answer' : `status ${status}`;
}

const HEADS = ['batch', 'name', 'id', 'state', 'percent'];

/** Columns with tabs between them, so that a script can cut them. */
function tableOf(looks) {
  const rows = looks.map(({ batch, name, id, state, percent, problem }) => [
    batch,
    name ?? '',
    id,
    state ?? `? ${problem}`,
    percent === null ? '' : String(Math.floor(percent)),
  ]);
  return [HEADS, ...rows]
    .map((cells) => cells.map((cell) => cell.replaceAll(/\s+/g, ' ')).join('\t'))
    .join('\n');
}

try {
  await run(new Set(process.argv.slice(2)));
} catch (error) {
  if (!(error instanceof HostingError)) throw error;
  console.error(error.message);
  process.exit(2);
}
