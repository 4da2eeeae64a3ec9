import * as v from 'valibot';

import { AUTH_SCHEMES } from '~/core/auth-scheme';
import { LOCALES, type Locale } from '~/prefs/choices';

/*
 * What `config.json` may hold. `public/config.schema.json` says the same to editors, with words to each setting; a
 * test holds the two together. Messages are codes: `ConfigWrong.tsx` has the sentences.
 */

const text = (most: number) => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(most));

const service = v.pipe(
  v.strictObject({
    name: text(60),
    base: v.optional(text(2000)),
    /** A part of an address: `relay/<name>` below the page's own. */
    relay: v.optional(v.pipe(v.string(), v.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'relayName'))),
    teamKey: v.optional(v.boolean()),
    linksLastHours: v.optional(v.pipe(v.number(), v.minValue(0.1), v.maxValue(8760))),
    lookUpPath: v.optional(v.pipe(v.string(), v.regex(/^\/[^\s\\]*\{id\}/, 'lookUpPath'))),
    scheme: v.optional(v.picklist(AUTH_SCHEMES, 'scheme')),
    lookUps: v.optional(
      v.strictObject({
        perSecond: v.pipe(v.number(), v.minValue(0.1), v.maxValue(50)),
        burst: v.pipe(v.number(), v.minValue(1), v.maxValue(100)),
        countPreflights: v.optional(v.boolean()),
      }),
    ),
  }),
  v.check(({ base, relay }) => (base === undefined) !== (relay === undefined), 'onePlace'),
  v.check(({ relay, teamKey }) => teamKey !== true || relay !== undefined, 'teamKey'),
);

/** In some of the languages. */
const byLanguage = v.strictObject(
  Object.fromEntries(LOCALES.map((locale) => [locale, v.optional(text(500))])) as Record<
    Locale,
    v.OptionalSchema<ReturnType<typeof text>, undefined>
  >,
);

/**
 * What is not known here may be a newer page's setting, which this one, kept by the browser, must start in spite of:
 * `hosting/policy.mjs` tells the host what is misspelt.
 */
export const configSchema = v.object({
  $schema: v.optional(v.string()),
  services: v.optional(v.array(service), []),
  otherAddresses: v.optional(v.boolean(), true),
  language: v.optional(v.picklist(LOCALES)),
  brand: v.optional(
    v.strictObject({
      name: v.optional(text(40)),
      accent: v.optional(v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'colour'))),
    }),
  ),
  help: v.optional(v.pipe(v.string(), v.regex(/^(?:https?:\/\/|mailto:)[^\s@]/i, 'help'))),
  notice: v.optional(v.union([text(500), byLanguage], 'notice')),
  /** For the headers alone. */
  mediaHosts: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^(?:\*\.)?(?:[a-z0-9-]+\.)+[a-z]{2,}$/, 'host'))),
  ),
  mediaByRelay: v.optional(
    v.array(v.pipe(v.string(), v.regex(/^(?:[a-z0-9-]+\.)+[a-z]{2,}$/, 'host'))),
    [],
  ),
  /** Read by `config-feeds.ts`, which no first visit without them loads. */
  feeds: v.optional(v.array(v.unknown()), []),
});
