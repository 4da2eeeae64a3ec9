import type { AuthScheme } from '~/core/auth-scheme';

import type { Translate } from './i18n';
import type { MessageKey } from './message-key';

const NAMES = {
  bearer: 'connections.schemes.bearer',
  key: 'connections.schemes.key',
  'x-api-key': 'connections.schemes.xApiKey',
  'api-key': 'connections.schemes.apiKey',
  'x-goog-api-key': 'connections.schemes.xGoogApiKey',
  'signed-pair': 'connections.schemes.signedPair',
} as const satisfies Record<AuthScheme, MessageKey>;

/** How a service wants its key, by name. */
export function schemeName(scheme: AuthScheme, t: Translate): string {
  return t(NAMES[scheme]);
}

/** All ways in which a key can be sent, the usual one first. */
export function schemeChoices(t: Translate): { value: AuthScheme; label: string }[] {
  return (Object.keys(NAMES) as AuthScheme[]).map((value) => ({
    value,
    label: schemeName(value, t),
  }));
}
