import type { ServiceBase } from '~/core/connection';

import { normaliseBase } from './address';
import { maskKeys } from './clean-text';

/** The longest look-up path that is kept, in characters. */
const MAX_PATH = 300;

/** An address as a person gave it: the service, and its look-up path where the address holds `{id}`. */
export interface GivenAddress {
  base: ServiceBase;
  path: string | null;
}

/**
 * Reads an address in any form. In one with `{id}` all from the path on is the look-up path, and the rest is the
 * base; without it, see `normaliseBase`. Null for what is no address.
 */
export function readAddress(text: string): GivenAddress | null {
  const whole = text.trim().replaceAll(/^["'<`(]+|[>"'`),.;。，]+$/g, '');
  if (!withId(whole).includes('{id}')) {
    const base = normaliseBase(text);
    return base === null ? null : { base, path: null };
  }
  const [, host = '', end = ''] = /^((?:https?:\/\/)?[^/?#]+)(.*)$/i.exec(whole) ?? [];
  const base = normaliseBase(host);
  const path = readLookUpPath(end.startsWith('/') ? end : `/${end}`);
  return base === null || path === null ? null : { base, path };
}

/**
 * A look-up path as it is kept: begins with `/`, holds `{id}`, and no key: parts of its query that look like one
 * are left out, since the key travels in a header. Null for what cannot be one.
 */
export function readLookUpPath(text: string): string | null {
  const [start = '', query] = withId(text.trim())
    .replace(/#.*$/, '')
    .split(/\?(.*)/);
  const kept = (query ?? '').split('&').filter((pair) => pair !== '' && !isSecret(pair));
  const path = kept.length > 0 ? `${start}?${kept.join('&')}` : start;
  const fits = path.startsWith('/') && path.includes('{id}') && path.length <= MAX_PATH;
  return fits && !/[\s\\]/.test(path) && maskKeys(path) === path ? path : null;
}

/** The same as one text. */
export function addressText({ base, path }: GivenAddress): string {
  return base + (path ?? '');
}

/** How manuals write the place of the id: `{id}`, `{task_id}`, `{videoId}`, also as browsers encode it. */
const PLACE = /(?:\{|%7B)(?:(?:task|video|job|generation|request)[_-]?)?id(?:\}|%7D)/gi;

function withId(text: string): string {
  return text.replaceAll(PLACE, '{id}');
}

function isSecret(pair: string): boolean {
  return /^[\w-]*(?:key|token|secret|auth\w*|password)=/i.test(pair) || maskKeys(pair) !== pair;
}
