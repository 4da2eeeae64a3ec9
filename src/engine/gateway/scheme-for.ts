import type { AuthScheme } from '~/core/auth-scheme';
import type { ServiceBase } from '~/core/connection';

/** Hosts whose documentation names another way than Bearer; a leading dot stands for any host below. */
const HOSTS: readonly (readonly [host: string, scheme: AuthScheme])[] = [
  ['.klingai.com', 'signed-pair'],
  ['fal.run', 'key'],
  ['.fal.run', 'key'],
  ['.openai.azure.com', 'api-key'],
  ['.cognitiveservices.azure.com', 'api-key'],
  ['.services.ai.azure.com', 'api-key'],
  ['generativelanguage.googleapis.com', 'x-goog-api-key'],
  ['api.heygen.com', 'x-api-key'],
];

/**
 * How a service is sent its key: as somebody said, else as its host is known to want it, else as Bearer.
 * @param said what a person, an admin or a pasted text says
 */
export function schemeFor(base: ServiceBase, said: AuthScheme | null = null): AuthScheme {
  return said ?? schemeOfHost(base) ?? 'bearer';
}

function schemeOfHost(base: ServiceBase): AuthScheme | null {
  if (!URL.canParse(base)) return null;
  const { hostname } = new URL(base);
  const known = HOSTS.find(([host]) =>
    host.startsWith('.') ? hostname.endsWith(host) : hostname === host,
  );
  return known?.[1] ?? null;
}
