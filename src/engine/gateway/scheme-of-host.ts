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

/** How a well-known host wants its key; null for all others. */
export function schemeOfHost(base: ServiceBase): AuthScheme | null {
  if (!URL.canParse(base)) return null;
  const { hostname } = new URL(base);
  const known = HOSTS.find(([host]) =>
    host.startsWith('.') ? hostname.endsWith(host) : hostname === host,
  );
  return known?.[1] ?? null;
}
