import * as v from 'valibot';

import { normaliseBase } from '~/engine/gateway/address';

export interface ConfiguredService {
  name: string;
  base: string;
  /** Where its tasks are looked up: a template with `{id}`; found by trying where it is left out. */
  lookUpPath?: string | undefined;
  /**
   * Requests per second and key, how many may be saved up, and whether the browser's preflights count among them
   * at this service: they are sent before each look-up where the service does not let them be cached.
   */
  lookUps?: { perSecond: number; burst: number; countPreflights?: boolean | undefined } | undefined;
}

/** What the person who hosts the page offers. */
export interface Config {
  services: ConfiguredService[];
}

const schema: v.GenericSchema<unknown, Config> = v.object({
  services: v.array(
    v.object({
      name: v.pipe(v.string(), v.minLength(1)),
      base: v.pipe(
        v.string(),
        v.transform((text) => normaliseBase(text)),
        v.string(),
      ),
      lookUpPath: v.optional(v.pipe(v.string(), v.regex(/^\/.*\{id\}/))),
      lookUps: v.optional(
        v.object({
          perSecond: v.pipe(v.number(), v.minValue(0.1), v.maxValue(50)),
          burst: v.pipe(v.number(), v.minValue(1), v.maxValue(100)),
          countPreflights: v.optional(v.boolean()),
        }),
      ),
    }),
  ),
});

const NOTHING_OFFERED: Config = { services: [] };

/** Reads `config.json` beside the page. A page without one, or with a wrong one, offers *Other…* alone. */
export async function readConfig(): Promise<Config> {
  try {
    const reply = await fetch('config.json', { credentials: 'same-origin' });
    const parsed = v.safeParse(schema, await reply.json());
    return parsed.success ? parsed.output : NOTHING_OFFERED;
  } catch {
    return NOTHING_OFFERED;
  }
}
