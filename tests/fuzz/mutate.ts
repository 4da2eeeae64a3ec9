import type { Random } from '../bench/polling/random';

import { HOSTILE, HOSTILE_IMAGES } from './hostile';

type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
/** A place in an answer: the array or object, and the name of one of its members. */
interface Place {
  holder: Json[] | { [name: string]: Json };
  name: string;
}

/** A recorded answer with one to five things wrong with it, as the text a service would send. */
export function mutate(body: string, random: Random): string {
  let root = JSON.parse(body) as Json;
  for (let left = Math.ceil(random.unit() * 5); left > 0; left -= 1) root = bend(root, random);
  const text = JSON.stringify(root);
  return random.unit() < 0.05 ? garble(text, random) : text;
}

function bend(root: Json, random: Random): Json {
  if (random.unit() < 0.04) return wrap(root, random);
  const place = pick(placesIn(root), random);
  if (!place) return pick(VALUES, random)?.(random) ?? null;
  pick(BENDS, random)?.(place, random, root);
  return root;
}

/** What can go wrong at one place of an answer. */
const BENDS: readonly ((place: Place, random: Random, root: Json) => void)[] = [
  drop,
  ({ holder, name }, random) => put(holder, name, value(random)),
  ({ holder, name }, random) => put(holder, name, value(random)),
  ({ holder, name }, random) => put(holder, name, wrap(take(holder, name), random)),
  ({ holder, name }) => put(holder, name, retyped(take(holder, name))),
  // Said twice, under another name too.
  ({ holder, name }, random) => put(holder, pick(NAMES, random) ?? 'x', take(holder, name)),
  (place, random) => {
    const said = take(place.holder, place.name);
    drop(place);
    put(place.holder, pick(NAMES, random) ?? 'x', said);
  },
  // Something from elsewhere in the same answer.
  ({ holder, name }, random, root) => {
    const other = pick(placesIn(root), random);
    if (other) put(holder, name, structuredClone(take(other.holder, other.name)));
  },
  ({ holder }, random) => put(holder, pick(NAMES, random) ?? 'x', value(random)),
];

function value(random: Random): Json {
  return pick(VALUES, random)?.(random) ?? null;
}

const VALUES: readonly ((random: Random) => Json)[] = [
  (random) => pick(HOSTILE, random) ?? '',
  (random) => pick(HOSTILE, random) ?? '',
  (random) => pick(WORDS, random) ?? '',
  (random) => pick(NUMBERS, random) ?? 0,
  () => null,
  (random) => random.unit() < 0.5,
  () => [],
  () => ({}),
  (random) => HOSTILE_IMAGES.slice(0, Math.ceil(random.unit() * HOSTILE_IMAGES.length)),
  (random) => 'A very long prompt. '.repeat(Math.ceil(random.unit() * 5000)),
  (random) => 'x'.repeat(Math.ceil(random.unit() * 100_000)),
];

const WORDS =
  'completed succeeded failed error cancelled queued pending in_progress processing contemplating 已完成 生成中 失败 排队中 SUCCESS 200 404'.split(
    ' ',
  );

const NUMBERS = [
  0,
  1,
  -1,
  0.5,
  42,
  93,
  99.99,
  100,
  101,
  1e9,
  1_764_000_000,
  1_764_000_000_000,
  -1_764_000_000,
  8.64e15,
  1e300,
  -1e300,
  5e-324,
  Number.MAX_SAFE_INTEGER,
];

const NAMES = `
  id status state task_status data detail output response result pending_info draft_info input images
  image_url prompt enhanced_prompt video video_url url videos error message code fail_reason progress done
  progress_pct created_at completed_at expires_at width height size seconds duration metadata name model
  thumbnail_url generations queue_position queue_info orientation __proto__ constructor toString resultJson
`
  .trim()
  .split(/\s+/);

function wrap(inner: Json, random: Random): Json {
  if (random.unit() < 0.2) {
    let deep = inner;
    for (let level = 0; level < 300; level += 1) deep = { data: deep };
    return deep;
  }
  return random.unit() < 0.3 ? [inner] : named(pick(NAMES, random) ?? 'data', inner);
}

/** The same said in another type: numbers as texts, texts as numbers or objects, objects as JSON in a text. */
function retyped(said: Json): Json {
  if (typeof said === 'number') return String(said);
  if (typeof said === 'boolean') return said ? 'true' : 0;
  if (typeof said === 'string') return said.length % 2 === 0 ? { text: said } : said.length;
  return said === null ? 'null' : JSON.stringify(said);
}

/** Cut off, with a hole, or with other characters in between. */
function garble(text: string, random: Random): string {
  const from = Math.floor(random.unit() * text.length);
  const to = from + Math.floor(random.unit() * 20);
  const tail = random.unit() < 0.5 ? '' : text.slice(to);
  return `${text.slice(0, from)}${random.unit() < 0.3 ? '\u0000\uD800"' : ''}${tail}`;
}

function placesIn(root: Json, into: Place[] = []): Place[] {
  if (root === null || typeof root !== 'object') return into;
  for (const [name, inner] of Object.entries(root)) {
    into.push({ holder: root, name });
    placesIn(inner, into);
  }
  return into;
}

function take(holder: Place['holder'], name: string): Json {
  return (holder as { [name: string]: Json })[name] ?? null;
}

/** Also where the name is `__proto__`: in JSON that is a member like any other. */
function put(holder: Place['holder'], name: string, said: Json): void {
  if (Array.isArray(holder))
    holder.splice(Number.isInteger(Number(name)) ? Number(name) : 0, 1, said);
  else
    Object.defineProperty(holder, name, {
      value: said,
      enumerable: true,
      configurable: true,
      writable: true,
    });
}

function named(name: string, said: Json): Json {
  const made: { [name: string]: Json } = {};
  put(made, name, said);
  return made;
}

function drop({ holder, name }: Place): void {
  if (Array.isArray(holder)) holder.splice(Number(name), 1);
  else delete holder[name];
}

function pick<T>(from: readonly T[], random: Random): T | undefined {
  return from[Math.floor(random.unit() * from.length)];
}
