// What the watcher reads from its environment. Node built-ins only: hosts run it without installing anything.
import { HostingError, readRelay } from './relay.mjs';

const FORMATS = ['json', 'slack', 'feishu', 'dingtalk', 'wecom'];
/** Whose bots can want a signature. */
const SIGNED = ['feishu', 'dingtalk'];
const WAYS = ['batch', 'shot'];
/** As in src/prefs/choices.ts. */
const LANGUAGES = ['en', 'de', 'es', 'pt-BR', 'ja', 'ko', 'zh-CN', 'zh-TW'];
const OWN_KEY = 'WATCH_KEY_';

/**
 * @param {Record<string, string | undefined>} env
 *   WATCH_PAGE       the page's public address, below which its relay and its feeds lie, and to which messages lead
 *   WATCH_CONFIG     its `config.json`: a file (default: `dist/config.json`) or an address
 *   WATCH_WEBHOOK    where messages go: https, or http on this machine; it is a secret, so no sentence quotes it
 *   WATCH_FORMAT     `json` (default), `slack`, `feishu`, `dingtalk` or `wecom`
 *   WATCH_SECRET     what the bot's messages are signed with, of `feishu` and `dingtalk`
 *   WATCH_BY         `batch` (default) or `shot`: what one message is about
 *   WATCH_LANGUAGE   `en` (default), `de`, `es`, `pt-BR`, `ja`, `ko`, `zh-CN` or `zh-TW`
 *   WATCH_KEY_<NAME> the key of a service of `config.json`, in capitals, `_` for anything else
 *   RELAY_UPSTREAMS, RELAY_KEY_…, RELAY_SCHEME_…  those of services behind the relay, as the relay has them
 * @param {boolean} isOnce nothing is told, so there need not be a webhook
 * Throws `HostingError`.
 */
export function readWatch(env, isOnce) {
  const { upstreams } = readRelay(env);
  const own = Object.entries(env).filter(([name, key]) => name.startsWith(OWN_KEY) && key?.trim());
  return {
    page: pageOf(env.WATCH_PAGE?.trim() ?? ''),
    config: env.WATCH_CONFIG?.trim() || 'dist/config.json',
    keys: {
      own: Object.fromEntries(
        own.map(([name, key]) => [name.slice(OWN_KEY.length), keyOf(name, key.trim())]),
      ),
      relay: upstreams.map(({ name, base, adds }) => ({ name, base, adds })),
    },
    telling: isOnce
      ? null
      : {
          url: hookOf(env.WATCH_WEBHOOK?.trim() ?? ''),
          format: oneOf('WATCH_FORMAT', env.WATCH_FORMAT, FORMATS),
          secret: secretOf(env),
          byShot: oneOf('WATCH_BY', env.WATCH_BY, WAYS) === 'shot',
          language: oneOf('WATCH_LANGUAGE', env.WATCH_LANGUAGE, LANGUAGES),
        },
  };
}

function oneOf(name, text, all) {
  const said = text?.trim() || all[0];
  if (!all.includes(said)) throw new HostingError(`${name} must be one of ${all.join(', ')}.`);
  return said;
}

function secretOf(env) {
  const secret = env.WATCH_SECRET?.trim() || null;
  if (secret !== null && !SIGNED.includes(env.WATCH_FORMAT?.trim())) {
    throw new HostingError(`WATCH_SECRET is for WATCH_FORMAT=${SIGNED.join(' or ')} alone.`);
  }
  return secret;
}

function pageOf(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol) || url.username + url.password !== '') {
    throw new HostingError(
      'WATCH_PAGE must be the page’s public address, such as https://rushes.example.com/.',
    );
  }
  const folder = /\/[^/]*\.html?$|\/$/.test(url.pathname) ? url.pathname : `${url.pathname}/`;
  return url.origin + folder;
}

function hookOf(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  const isHere = url !== null && /^(?:localhost|127(?:\.\d+){3}|\[::1\])$/.test(url.hostname);
  const isFine = url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere);
  if (!isFine || url.username + url.password !== '') {
    throw new HostingError(
      'WATCH_WEBHOOK must be an https address (http on this machine), without a user in it.',
    );
  }
  return url.href;
}

/** A header takes nothing else; a signed pair has a colon. */
function keyOf(name, key) {
  if (!/^[\x21-\x7e]+$/.test(key)) {
    throw new HostingError(`${name} contains characters that are not allowed in a key.`);
  }
  return key;
}
