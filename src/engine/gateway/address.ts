import { DEFAULT_LOOK_UP_PATH, type ServiceBase } from '~/core/connection';

/**
 * The base address in pasted text: a host, with or without scheme, `/v1`, `/v1/videos/…` or slashes. Without a scheme
 * it is https, or http for localhost. A path before `/v1` is part of the base (`openrouter.ai/api`). User names,
 * queries and fragments are dropped. Null if it is not an address.
 */
export function normaliseBase(text: string): ServiceBase | null {
  const trimmed = text.trim().replaceAll(/^["'<`(]+|[>"'`),;。，]+$/g, '');
  if (trimmed === '' || trimmed.length > 2000 || /[\s\\]/.test(trimmed)) return null;
  const scheme = /^([a-z][a-z\d+.-]*):\/\//i.exec(trimmed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https') return null;
  const full = scheme ? trimmed : `${LOCAL.test(trimmed) ? 'http' : 'https'}://${trimmed}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  if (!isHost(url.hostname, scheme !== undefined)) return null;
  const path = url.pathname
    .replaceAll(/\/{2,}/g, '/')
    .replace(/(?:\/v1(?:\/.*)?|[/"'>`),;])+$/i, '');
  return `${url.protocol}//${url.host}${path}`;
}

/** The address for looking up one task; `path` is a template such as `/v1/videos/{id}`, and null means that one. */
export function lookUpUrl(base: ServiceBase, path: string | null, id: string): string {
  const start = base.replace(/\/+$/, '');
  const template = path ?? DEFAULT_LOOK_UP_PATH;
  const end = template.startsWith('/') ? template : `/${template}`;
  return start + end.replaceAll('{id}', () => encodeId(id));
}

/** The address of the video itself: `…/content` below the look-up, or the default place if that has a query. */
export function contentUrl(base: ServiceBase, path: string | null, id: string): string {
  const nested = path?.endsWith('/{id}') && !path.includes('?') ? path : null;
  return `${lookUpUrl(base, nested, id)}/content`;
}

/** False for ids that would request something else: spaces and dots lead to the list of all tasks. */
export function isAskable(id: string): boolean {
  return !/^[\s.]*$/.test(id);
}

const LOCAL = /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])(?:[:/]|$)/i;

/** Without a scheme, only what looks like a host counts: `hello` is a word. Container names may contain `_`. */
function isHost(host: string, explicit: boolean): boolean {
  if (!/^(?:[a-z\d_-][a-z\d._-]*|\[.*\])$/.test(host) || host.includes('..')) return false;
  return (
    explicit ||
    host === 'localhost' ||
    host.startsWith('[') ||
    /[^.]\.[^.]{2,}$|^\d+(?:\.\d+){3}$/.test(host)
  );
}

/** Ids may contain `:`, `+`, `/` and `=`. A lone surrogate cannot be encoded and becomes U+FFFD. */
function encodeId(id: string): string {
  return encodeURIComponent(id.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}
