/** Characters shown at each end of a key. */
const SHOWN = 4;

/**
 * The masked form of a key, such as `sk-Vb3k…9f2c`: its prefix and four characters at each end. Short keys show less:
 * at least half of a key is always hidden, and of a pair `access:secret` all of the secret.
 */
export function maskKey(apiKey: string): string {
  const [access = '', secretHalf] = apiKey.split(/:(.*)/s);
  if (secretHalf) return `${maskKey(access)}:…`;
  const prefix = /^[a-z]{2,6}[-_]/i.exec(apiKey)?.[0] ?? '';
  const secret = apiKey.slice(prefix.length);
  const shown = Math.min(SHOWN, Math.floor(secret.length / 4));
  if (shown === 0) return `${prefix}…`;
  return `${prefix}${secret.slice(0, shown)}…${secret.slice(-shown)}`;
}
