import * as v from 'valibot';

import type { KeepKey } from '~/core/connection';
import { fromBase64, toBase64 } from '~/platform/base64';
import { PASSPHRASE_ROUNDS, passphraseBits } from '~/platform/passphrase-bits';

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
  // A backup may name more than this page takes, but never fewer.
  rounds: v.pipe(v.number(), v.integer(), v.minValue(PASSPHRASE_ROUNDS), v.maxValue(MOST_ROUNDS)),
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
  const key = await keyOf(passphrase, salt, PASSPHRASE_ROUNDS);
  const text = new TextEncoder().encode(JSON.stringify(keys));
  const data = await crypto.subtle.encrypt({ name: 'AES-GCM', iv }, key, text);
  return {
    kdf: 'PBKDF2-SHA-256',
    rounds: PASSPHRASE_ROUNDS,
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
  const bits = await passphraseBits(passphrase, salt, iterations);
  return crypto.subtle.importKey('raw', bits, 'AES-GCM', false, ['encrypt', 'decrypt']);
}
