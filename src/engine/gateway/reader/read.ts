/**
 * Total readers for JSON of unknown shape: they never throw, read own properties only, and are bounded in depth and
 * breadth. Names are compared without case, `_` and `-`, because services spell the same field `video_url`, `videoUrl`
 * and `VideoURL`.
 */
export type Json = Readonly<Record<string, unknown>>;

/** How many elements of an array are searched. */
const MAX_FAN_OUT = 60;

/** The value if it is an object, otherwise null; arrays do not count. */
export function asObject(value: unknown): Json | null {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : null;
}

/** `null`, blank text, `{}` and `[]` all mean no value. */
export function isAbsent(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  if (typeof value === 'string') return value.trim() === '';
  if (Array.isArray(value)) return value.length === 0;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** One field by name, in any spelling; undefined if missing. */
export function field(object: Json, name: string): unknown {
  return indexOf(object).get(plain(name));
}

/** Every value along `a.b.c`, searching arrays on the way and at the end. */
export function valuesAt(object: Json, path: string): unknown[] {
  let found: unknown[] = [object];
  for (const name of namesIn(path)) {
    const next: unknown[] = [];
    for (const value of found) {
      const parent = asObject(value);
      const child = parent ? indexOf(parent).get(name) : undefined;
      if (Array.isArray(child)) next.push(...(child.slice(0, MAX_FAN_OUT) as unknown[]));
      else if (child !== undefined) next.push(child);
    }
    if (next.length > MAX_FAN_OUT) next.length = MAX_FAN_OUT;
    found = next;
    if (found.length === 0) break;
  }
  return found;
}

/** The first non-null result of `read` for the values along `paths`, layer by layer, outermost first. */
export function firstAt<T>(
  layers: readonly Json[],
  paths: readonly string[],
  read: (value: unknown) => T | null,
): T | null {
  for (const layer of layers) {
    for (const path of paths) {
      for (const value of valuesAt(layer, path)) {
        const result = read(value);
        if (result !== null) return result;
      }
    }
  }
  return null;
}

/** Parses JSON text; undefined if it is not JSON. A string that contains JSON is parsed once more. */
export function parseJson(text: string): unknown {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''));
    return typeof value === 'string' && /^\s*\{/.test(value) ? JSON.parse(value) : value;
  } catch {
    return undefined;
  }
}

/** A finite number from `12`, `"12"`, `"12.5"`, `"50%"` or `"5s"`; null for anything else. */
export function asNumber(value: unknown): number | null {
  if (typeof value === 'number') return Number.isFinite(value) ? value : null;
  // Longer than any number: a pattern with two `\s*` must never see a megabyte of spaces.
  if (typeof value !== 'string' || value.length > 64) return null;
  const match = /^\s*(-?\d{1,20}(?:\.\d{1,20})?)\s*(?:%|s|秒)?\s*$/i.exec(value);
  return match ? Number(match[1]) : null;
}

/** Paths come from tables, so there are few; each is split once. */
const takenApart = new Map<string, string[]>();

function namesIn(path: string): string[] {
  const known = takenApart.get(path);
  if (known) return known;
  const names = path.split('.').map(plain);
  takenApart.set(path, names);
  return names;
}

/** Indexes live as long as their object, because a path table reads the same object many times. */
const indexes = new WeakMap<Json, Map<string, unknown>>();

function indexOf(object: Json): Map<string, unknown> {
  const known = indexes.get(object);
  if (known) return known;
  const index = new Map<string, unknown>();
  for (const key of Object.keys(object)) {
    const name = plain(key);
    const value = object[key];
    if (!index.has(name) && !isAbsent(value)) index.set(name, value);
  }
  indexes.set(object, index);
  return index;
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[_\-\s]/g, '');
}
