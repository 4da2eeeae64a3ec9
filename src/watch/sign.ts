import type { HookFormat } from './bodies';

/** A request to a webhook. */
interface HookRequest {
  url: string;
  body: string;
}

/** Adds what proves that it comes from somebody who has the bot's secret. It holds for an hour, so each try has its own. */
export type Sign = (request: HookRequest) => Promise<HookRequest>;

/**
 * The signature of a bot's own settings: of Feishu in the body, made with an empty message (open.feishu.cn, "custom bot
 * usage guide"); of DingTalk in the address (open.dingtalk.com, "custom robot access"). The others have none.
 */
const WAYS: Partial<
  Record<HookFormat, (request: HookRequest, secret: string, now: number) => Promise<HookRequest>>
> = {
  async feishu({ url, body }, secret, now) {
    const timestamp = String(Math.floor(now / 1000));
    const sign = await hmac(`${timestamp}\n${secret}`, '');
    return { url, body: JSON.stringify({ timestamp, sign, ...(JSON.parse(body) as object) }) };
  },
  async dingtalk({ url, body }, secret, now) {
    const address = new URL(url);
    address.searchParams.set('timestamp', String(now));
    address.searchParams.set('sign', await hmac(secret, `${now}\n${secret}`));
    return { url: address.href, body };
  },
};

/** @param secret null where the bot has none; `now` gives epoch ms */
export function signerOf(format: HookFormat, secret: string | null, now: () => number): Sign {
  const way = WAYS[format];
  return async (request) =>
    way === undefined || secret === null ? request : way(request, secret, now());
}

/** HMAC-SHA-256 of a text, as base64. */
async function hmac(key: string, text: string): Promise<string> {
  const encoder = new TextEncoder();
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  const raw = await crypto.subtle.importKey('raw', encoder.encode(key), algorithm, false, ['sign']);
  const bytes = new Uint8Array(await crypto.subtle.sign('HMAC', raw, encoder.encode(text)));
  return btoa(String.fromCharCode(...bytes));
}
