import * as v from 'valibot';

import type { KeepKey } from '~/core/connection';

/** Rounds of PBKDF2 with SHA-256: what OWASP asks for since 2023. A backup may name more, but never fewer. */
const ROUNDS = 600_000;
/** A file that asks for more than that only wants to keep this browser busy. */
const MOST_ROUNDS = 10_000_000;

/** A key as it goes into a backup. */
export interface BackupKey {
  base: string;
  apiKey: string;
  keep: KeepKey;
}

const bytes = v.pipe(v.string(), v.maxLength(10_000_000));

/** Keys encrypted under a passphrase: AES-GCM with a key of PBKDF2. All but the rounds is base64. */
export const sealedKeysSchema = v.object({
  kdf: v.literal('PBKDF2-SHA-256'),
  rounds: v.pipe(v.number(), v.integer(), v.minValue(ROUNDS), v.maxValue(MOST_ROUNDS)),
  salt: bytes,
  iv: bytes,
  data: bytes,
});
export type SealedKeys = v.InferOutput<typeof sealedKeysSchema>;

const keysSchema: v.GenericSchema<unknown, BackupKey[]> = v.array(
  v.object({
    base: v.pipe(v.string(), v.regex(/^https?:\/\/[^\s]+$/)),
    apiKey: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)),
    keep: v.picklist(['tab', 'device']),
  }),
);

/** Encrypts keys so that only who knows the passphrase can read them. */
export async function sealKeys(
  keys: readonly BackupKey[],
  passphrase: string,
): Promise<SealedKeys> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const key = await keyOf(passphrase, salt, ROUNDS);
  const text = new TextEncoder().encode(JSON.stringify(keys));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text);
  return {
    kdf: 'PBKDF2-SHA-256',
    rounds: ROUNDS,
    salt: toBase64(salt),
    iv: toBase64(iv),
    data: toBase64(new Uint8Array(data)),
  };
}

/** The keys again; null if the passphrase is another one or the file was changed. */
export async function openKeys(
  { rounds, salt, iv, data }: SealedKeys,
  passphrase: string,
): Promise<BackupKey[] | null> {
  try {
    const key = await keyOf(passphrase, fromBase64(salt), rounds);
    const plain = await crypto.subtle.decrypt(
      { name: 'AES-GCM', iv: fromBase64(iv) },
      key,
      fromBase64(data),
    );
    const keys = v.safeParse(keysSchema, JSON.parse(new TextDecoder().decode(plain)));
    return keys.success ? keys.output : null;
  } catch {
    return null;
  }
}

async function keyOf(
  passphrase: string,
  salt: Uint8Array<ArrayBuffer>,
  iterations: number,
): Promise<CryptoKey> {
  // The same letters may be typed in more than one way.
  const typed = new TextEncoder().encode(passphrase.normalize('NFKC'));
  const start = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    start,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
}

function toBase64(data: Uint8Array): string {
  return btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(''));
}

function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(text), (letter) => letter.charCodeAt(0));
}
