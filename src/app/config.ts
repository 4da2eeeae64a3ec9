import * as v from 'valibot';

/** What the person who hosts the page offers. */
export interface Config {
  services: { name: string; base: string }[];
}

const schema: v.GenericSchema<unknown, Config> = v.object({
  services: v.array(
    v.object({ name: v.pipe(v.string(), v.minLength(1)), base: v.pipe(v.string(), v.url()) }),
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
