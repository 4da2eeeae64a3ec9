/** An access key and a secret key, `access:secret` in one string; null if the text is a single key. */
export function pairOf(apiKey: string): { access: string; secret: string } | null {
  const [, access, secret] = /^([^:]+):([^:]+)$/.exec(apiKey) ?? [];
  return access === undefined || secret === undefined ? null : { access, secret };
}

/** What a pair signs: a token for requests, and until when it should be used, in epoch ms. */
interface Signed {
  token: string;
  until: number;
}

/** How long a token is valid, in s: the most that Kling accepts. */
const LASTS_S = 1800;
/** For a service whose clock is a little behind, in s. */
const EARLY_S = 5;
/** How long before its end a token is replaced, in ms: the last piece of a long video is requested in time. */
const SPARE_MS = 600_000;
/** More pairs than anybody has at once. */
const MOST = 32;

const signed = new Map<string, Signed & { from: number }>();

/**
 * A short-lived JWT (HS256) that proves the pair without sending the secret. It is kept in memory and renewed well
 * before it ends. Rejects where the browser offers no cryptography: on pages without https.
 * @param now epoch ms
 */
export async function signWithPair(apiKey: string, now: number): Promise<Signed> {
  const known = signed.get(apiKey);
  // A clock that was set back makes a token that is not valid yet.
  if (known && known.from <= now && now < known.until) return known;
  const pair = pairOf(apiKey);
  if (pair === null) throw new TypeError('not a pair');
  const seconds = Math.floor(now / 1000);
  const token = await sign(pair.secret, {
    iss: pair.access,
    exp: seconds + LASTS_S,
    nbf: seconds - EARLY_S,
  });
  if (signed.size >= MOST) signed.clear();
  const fresh = { token, from: now, until: (seconds + LASTS_S) * 1000 - SPARE_MS };
  signed.set(apiKey, fresh);
  return fresh;
}

/** The token last signed with this pair; null if there is none. */
export function tokenOf(apiKey: string): string | null {
  return signed.get(apiKey)?.token ?? null;
}

/** Whether this browser can sign. */
export function canSign(): boolean {
  return (globalThis.crypto as Crypto | undefined)?.subtle !== undefined;
}

async function sign(secret: string, claims: object): Promise<string> {
  const encode = new TextEncoder();
  const text = [{ alg: 'HS256', typ: 'JWT' }, claims]
    .map((part) => base64Url(encode.encode(JSON.stringify(part))))
    .join('.');
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const { subtle } = crypto;
  const key = await subtle.importKey('raw', encode.encode(secret), algorithm, false, ['sign']);
  const signature = await subtle.sign('HMAC', key, encode.encode(text));
  return `${text}.${base64Url(new Uint8Array(signature))}`;
}

function base64Url(bytes: Uint8Array): string {
  return btoa(String.fromCodePoint(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');
}
