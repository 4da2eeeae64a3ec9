import { TEAM_KEY, TEAM_KEY_HINT } from './connection';

/** How much of each end of a key is shown. */
const SHOWN = 4;

/**
 * The masked form of a key, such as `sk-Vb3k…9f2c`: its prefix, four characters of either end, nothing between.
 * Short keys show less: at least half of a key always stays hidden. The team's key, which is no secret here, has none.
 */
export function maskKey(apiKey: string): string {
  if (apiKey === TEAM_KEY) return TEAM_KEY_HINT;
  const prefix = /^[a-z]{2,6}[-_]/i.exec(apiKey)?.[0] ?? '';
  const secret = apiKey.slice(prefix.length);
  const shown = Math.min(SHOWN, Math.floor(secret.length / 4));
  if (shown === 0) return `${prefix}…`;
  return `${prefix}${secret.slice(0, shown)}…${secret.slice(-shown)}`;
}
