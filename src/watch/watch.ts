import { checkConfig, type ConfigProblem } from '~/app/config';
import { feedsIn } from '~/app/config-feeds';
import type { Feed, FeedTrouble } from '~/core/feed';
import type { FeedMemory, Said } from '~/engine/feeds/feed-memory';
import { followFeeds } from '~/engine/feeds/follow-feeds';
import { loadWords, setLocale } from '~/i18n/i18n';
import type { Locale } from '~/prefs/choices';

import { bodyOf, SAYS_IN_BODY, type HookFormat } from './bodies';
import { followEnds } from './ends';
import { forgetOldest } from './forget-oldest';
import { startHeadless, type Headless, type Keys } from './headless';
import { createHook, PACE, type HookOutcome } from './hook';
import { signerOf } from './sign';
import { lookOnce, type Look } from './look-once';
import { messageOf } from './message';

/** What is watched, and with which keys. */
interface Watched {
  /** The text of `config.json`. */
  config: string;
  /** The page's public address, below which its relay and its feeds lie. */
  page: string;
  /** By the names that the environment has for them: services with keys of their own, and the relay's. */
  keys: { own: Readonly<Record<string, string>>; relay: readonly RelayedService[] };
}

/** As `hosting/relay.mjs` reads it. */
interface RelayedService {
  name: string;
  base: string;
  adds: Keys['upstreams'][number]['adds'];
}

/** What is told to a webhook, and how. */
interface Telling {
  url: string;
  format: HookFormat;
  /** What the bot's messages are signed with; null where it wants no signature. */
  secret: string | null;
  byShot: boolean;
  language: Locale;
}

/** What the one who runs it sees. No key, no address of the hook and no answer is in it. */
type WatchEvent =
  | HookOutcome
  | { type: 'watching'; feeds: number }
  | { type: 'no-key'; service: string }
  | { type: 'feed'; trouble: FeedTrouble };

/** What is wrong with the settings: with `config.json`, or with a key for a service that is not there. */
type WatchProblem = ConfigProblem | { stray: string };

/** Watches from now on; resolves to what is wrong, or to what stops it. */
export async function watch(
  watched: Watched,
  telling: Telling,
  onEvent: (event: WatchEvent) => void,
): Promise<{ problems: WatchProblem[] } | { stop: () => void }> {
  const opened = await open(watched, onEvent);
  if ('problems' in opened) return opened;
  const { engine, feeds, wrong } = opened;
  await setLocale(telling.language);
  await loadWords('notices');
  const hook = createHook({
    ...engine,
    url: telling.url,
    fetch: globalThis.fetch,
    pace: PACE,
    saysInBody: SAYS_IN_BODY.has(telling.format),
    sign: signerOf(telling.format, telling.secret, engine.now),
    onOutcome: onEvent,
  });
  const { state, bus, now } = engine;
  followEnds({
    state,
    bus,
    startedAt: now(),
    byShot: telling.byShot,
    tell: (end) =>
      hook.send(
        bodyOf(
          telling.format,
          messageOf(end, (task) => state.answers.get(task), watched.page),
        ),
      ),
  });
  forgetOldest(engine);
  bus.on('feeds', ({ troubles }) => {
    for (const trouble of troubles) onEvent({ type: 'feed', trouble });
  });
  onEvent({ type: 'watching', feeds: feeds.length });
  const stopFeeds = followFeeds(feeds, engine, { wrong, memory: memoryHere() });
  return {
    stop() {
      stopFeeds();
      engine.stop();
    },
  };
}

/** Looks each task of all feeds up once. */
export async function once(
  watched: Watched,
  onEvent: (event: WatchEvent) => void,
): Promise<{ problems: WatchProblem[] } | { looks: Look[]; isWhole: boolean }> {
  const opened = await open(watched, onEvent);
  if ('problems' in opened) return opened;
  const { engine, feeds, wrong } = opened;
  for (const trouble of wrong) onEvent({ type: 'feed', trouble });
  const { looks, troubles } = await lookOnce(feeds, engine);
  engine.stop();
  for (const trouble of troubles) onEvent({ type: 'feed', trouble });
  const isWhole =
    wrong.length + troubles.length === 0 && looks.every((look) => look.state !== null);
  return { looks, isWhole };
}

interface Opened {
  engine: Headless;
  feeds: Feed[];
  wrong: FeedTrouble[];
}

async function open(
  { config, page, keys }: Watched,
  onEvent: (event: WatchEvent) => void,
): Promise<{ problems: WatchProblem[] } | Opened> {
  const read = checkConfig(config, page);
  if ('problems' in read) return read;
  const { services } = read.config;
  const own = new Map(
    services.flatMap(({ name, base }, index): [string, string][] => {
      const key = keys.own[keyNameOf(name, index)];
      return key === undefined ? [] : [[base, key]];
    }),
  );
  const known = services.map(({ name }, index) => keyNameOf(name, index));
  const stray = Object.keys(keys.own).filter((name) => !known.includes(name));
  if (stray.length > 0) return { problems: stray.map((name) => ({ stray: name })) };
  const upstreams = keys.relay.map(({ name, base, adds }) => ({
    base: new URL(`relay/${name}`, page).href,
    to: base,
    adds,
  }));
  const engine = await startHeadless(services, { own, upstreams }, globalThis.fetch);
  const { feeds, wrong } = feedsIn(read.config, page);
  const needed = new Set(feeds.map(({ base }) => base));
  for (const { base, name } of services) {
    if (needed.has(base) && !engine.canAsk(base)) onEvent({ type: 'no-key', service: name });
  }
  // Whose key it is has been settled: nobody pastes one here.
  return { engine, feeds: feeds.map((feed) => ({ ...feed, teamKey: false })), wrong };
}

/** `WATCH_KEY_…`: a service's name in capitals, or its number where the name has no letter that fits. */
function keyNameOf(name: string, index: number): string {
  const letters = name.toUpperCase().replaceAll(/[^A-Z0-9]+/g, '_');
  return letters.replaceAll(/^_+|_+$/g, '') || String(index + 1);
}

function memoryHere(): FeedMemory {
  const said = new Map<string, ReadonlyMap<string, Said>>();
  return {
    read: async (base) => new Map(said.get(base)),
    write: async (base, now) => void said.set(base, new Map([...now].slice(-MOST_NAMED))),
  };
}

/** Of one service, as in a browser. */
const MOST_NAMED = 20_000;
