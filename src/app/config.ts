import * as v from 'valibot';

import type { AuthScheme } from '~/core/auth-scheme';
import { RENEWED } from '~/core/renewed';
import { normaliseBase } from '~/engine/gateway/address';
import type { Locale } from '~/prefs/choices';

import { configSchema } from './config-schema';

interface ConfiguredService {
  name: string;
  base: string;
  /** The relay adds the team's key: nobody pastes one. */
  teamKey: boolean;
  /** How long its film links live, in ms, where its answers do not say; null: not known. */
  linksLastMs: number | null;
  /** Where its tasks are looked up: a template with `{id}`; found by trying where it is left out. */
  lookUpPath: string | null;
  /** How it wants its key; null: as pasted text shows, or as its host is known to. */
  scheme: AuthScheme | null;
  /**
   * Requests per second and key, how many may be saved up, and whether the browser's preflights count among them
   * at this service: they are sent before each look-up where the service does not let them be cached.
   */
  lookUps: { perSecond: number; burst: number; countPreflights: boolean } | null;
}

/** What the person who hosts the page decided for everybody who opens it. */
export interface Config {
  services: ConfiguredService[];
  /** Whether people may type the address of a service that is not among these. */
  otherAddresses: boolean;
  /** For people who chose none; null: the browser's own. */
  language: Locale | null;
  brand: { name: string | null; accent: string | null };
  /** An address of help, `https:` or `mailto:`. */
  help: string | null;
  /** A line above the board, for everybody or by language. */
  notice: string | Readonly<Partial<Record<Locale, string | undefined>>> | null;
  /** Hosts of films that the relay fetches for the page. */
  mediaByRelay: readonly string[];
  /** Lists of tasks that come to the board by themselves, as they are written: see `config-feeds.ts`. */
  feeds: readonly unknown[];
}

/** What is wrong in `config.json`: where, such as `services[0].base`, and the code of a sentence. */
export interface ConfigProblem {
  place: string;
  code: ConfigCode;
}
export type ConfigCode = (typeof CODES)[number];
const CODES = [
  'notJson',
  'unknown',
  'missing',
  'type',
  'range',
  'address',
  'twice',
  'relayName',
  'lookUpPath',
  'scheme',
  'onePlace',
  'teamKey',
  'colour',
  'help',
  'notice',
  'host',
] as const;

type ReadConfig = { config: Config } | { problems: ConfigProblem[] };

export const PLAIN_CONFIG: Config = {
  services: [],
  otherAddresses: true,
  language: null,
  brand: { name: null, accent: null },
  help: null,
  notice: null,
  mediaByRelay: [],
  feeds: [],
};

/** Reads `config.json` beside the page. A page without one, or out of its reach, offers *Other…* alone. */
export async function readConfig(): Promise<ReadConfig> {
  let text: string;
  try {
    const reply = await fetch('config.json');
    // Some hosts answer every address with the page itself.
    const isPage = /html/.test(reply.headers.get('content-type') ?? '');
    if (startsAnew(reply.headers.has(RENEWED))) return await new Promise(() => {});
    if (!reply.ok || isPage) return { config: PLAIN_CONFIG };
    text = await reply.text();
  } catch {
    return { config: PLAIN_CONFIG };
  }
  return checkConfig(text, document.baseURI);
}

/**
 * Loads the page again under its new policy: nothing is drawn yet that could be lost. Not twice running: a host that
 * sends one policy and then another would never let it come up.
 */
function startsAnew(renewed: boolean): boolean {
  try {
    const again = sessionStorage.getItem(RENEWED) !== null;
    sessionStorage.removeItem(RENEWED);
    if (!renewed || again) return false;
    sessionStorage.setItem(RENEWED, 'yes');
    location.reload();
    return true;
  } catch {
    // Without a memory of it the page stays as it is, until its next start.
    return false;
  }
}

/** @param home the page's own address: relays lie below it */
export function checkConfig(text: string, home: string): ReadConfig {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return { problems: [{ place: '', code: 'notJson' }] };
  }
  // The schema's library takes an array for an object.
  if (Array.isArray(json)) return { problems: [{ place: '', code: 'type' }] };
  const parsed = v.safeParse(configSchema, json);
  if (!parsed.success) return { problems: parsed.issues.map(problemOf) };
  const { services, language, brand, help, notice, ...rest } = parsed.output;
  const bases = services.map(({ base, relay }) =>
    relay === undefined ? normaliseBase(base ?? '') : new URL(`relay/${relay}`, home).href,
  );
  const names = services.map(({ name }) => name.trim().toLowerCase());
  const problems = bases.flatMap((base, index): ConfigProblem[] => {
    const place = `services[${index}]`;
    if (base === null) return [{ place: `${place}.base`, code: 'address' }];
    if (bases.indexOf(base) < index) return [{ place, code: 'twice' }];
    // People choose a service by its name alone.
    return names.indexOf(names[index] ?? '') < index
      ? [{ place: `${place}.name`, code: 'twice' }]
      : [];
  });
  if (problems.length > 0) return { problems };
  return {
    config: {
      feeds: rest.feeds,
      otherAddresses: rest.otherAddresses,
      mediaByRelay: rest.mediaByRelay,
      language: language ?? null,
      brand: { name: brand?.name ?? null, accent: brand?.accent ?? null },
      help: help ?? null,
      notice: notice ?? null,
      services: services.map((service, index) => ({
        name: service.name,
        base: bases[index] ?? '',
        teamKey: service.teamKey ?? false,
        linksLastMs: service.linksLastHours === undefined ? null : service.linksLastHours * HOUR_MS,
        // The relay passes the usual one alone.
        lookUpPath: service.relay === undefined ? (service.lookUpPath ?? null) : null,
        scheme: service.scheme ?? null,
        lookUps: service.lookUps
          ? { ...service.lookUps, countPreflights: service.lookUps.countPreflights ?? false }
          : null,
      })),
    },
  };
}

const HOUR_MS = 3_600_000;

type Issue = v.InferIssue<typeof configSchema>;

function problemOf(issue: Issue): ConfigProblem {
  const place = (issue.path ?? []).reduce(
    (start, { key }) =>
      typeof key === 'number' ? `${start}[${key}]` : `${start}${start ? '.' : ''}${String(key)}`,
    '',
  );
  return { place, code: codeOf(issue) };
}

function codeOf({ message, type, expected, received }: Issue): ConfigCode {
  const own = CODES.find((code) => code === message);
  if (own) return own;
  if (type === 'strict_object' && expected === 'never') return 'unknown';
  if (received === 'undefined') return 'missing';
  return /^(?:min|max)_/.test(type) ? 'range' : 'type';
}
