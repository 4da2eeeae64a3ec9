import type { ServiceBase } from '~/core/connection';

import { normaliseBase } from './address';
import { maskKeys } from './clean-message';

/** The longest look-up path accepted, in characters. */
const MAX_PATH = 300;

/** An address a person entered: the service, and its look-up path if the address contains `{id}`. */
export interface GivenAddress {
  base: ServiceBase;
  path: string | null;
}

/**
 * Reads an address in any form. If it contains `{id}`, its path is the look-up path and the rest the base; otherwise
 * see `normaliseBase`. Null if it is not an address.
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
 * Normalises a look-up path: it starts with `/`, contains `{id}`, and loses query parameters that look like keys,
 * because the key travels in a header. Null if it cannot be a look-up path.
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

/** The address as one string. */
export function addressText({ base, path }: GivenAddress): string {
  return base + (path ?? '');
}

/** How manuals write the id: `{id}`, `{task_id}`, `{videoId}`, also percent-encoded. */
const PLACE = /(?:\{|%7B)(?:(?:task|video|job|generation|request)[_-]?)?id(?:\}|%7D)/gi;

function withId(text: string): string {
  return text.replaceAll(PLACE, '{id}');
}

function isSecret(pair: string): boolean {
  return /^[\w-]*(?:key|token|secret|auth\w*|password)=/i.test(pair) || maskKeys(pair) !== pair;
}
