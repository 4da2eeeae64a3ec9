import * as v from 'valibot';

import type { Feed, FeedTrouble } from '~/core/feed';
import { followFeeds, type FeedParts } from '~/engine/feeds/follow-feeds';

import type { Config } from './config';

/** The most feeds: each is asked for twice a minute. */
const MOST = 20;

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));
const feed = v.strictObject({ name: text(80), url: text(2000), service: text(60) });

/** What follows the host's feeds. */
export function followerOf(config: Pick<Config, 'feeds' | 'services'>) {
  const { feeds, wrong } = feedsIn(config, document.baseURI);
  return (parts: FeedParts): (() => void) => followFeeds(feeds, parts, { wrong });
}

/**
 * The feeds of `config.json`, and those that are wrong there. They keep no page from starting: the host is told by
 * `hosting/policy.mjs`, people by a notice.
 * @param home the page's own address: a feed may lie below it
 */
export function feedsIn(
  { feeds, services }: Pick<Config, 'feeds' | 'services'>,
  home: string,
): { feeds: Feed[]; wrong: FeedTrouble[] } {
  const found = new Map<string, Feed>();
  const wrong: FeedTrouble[] = [];
  for (const [index, raw] of feeds.slice(0, MOST).entries()) {
    const parsed = v.safeParse(feed, raw);
    const { name, url, service } = parsed.success ? parsed.output : NONE;
    const its = services.find((one) => one.name.toLowerCase() === service.toLowerCase());
    const full = feedUrl(url, home);
    if (its && full !== null && !found.has(name))
      found.set(name, { name, url: full, base: its.base, teamKey: its.teamKey });
    else wrong.push({ name: name || `feeds[${index}]`, problem: 'settings' });
  }
  return { feeds: [...found.values()], wrong };
}

const NONE = { name: '', url: '', service: '' };

/** Next to the page, or a full address; never one with a password in it. */
function feedUrl(address: string, home: string): string | null {
  if (!URL.canParse(address, home)) return null;
  const { protocol, username, password, href } = new URL(address, home);
  return /^https?:$/.test(protocol) && username + password === '' ? href : null;
}
