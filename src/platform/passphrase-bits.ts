/** Rounds of PBKDF2 with SHA-256, so that a passphrase is not found out by trying: what OWASP asks for since 2023. */
export const PASSPHRASE_ROUNDS = 600_000;

/** What is made of a passphrase, slowly: 32 bytes. Without the salt nobody can make them beforehand. */
export async function passphraseBits(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations = PASSPHRASE_ROUNDS,
): Promise<Uint8Array<ArrayBuffer>> {
  // The same letters may be typed in more than one way.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const start = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveBits']);
  const way = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations };
  return new Uint8Array(await crypto.subtle.deriveBits(way, start, 256));
}
