import { afterEach, describe, expect, it, vi } from 'vitest';

import { readConfig } from './config';

const serving = (body: unknown): void => {
  vi.stubGlobal('fetch', () => Promise.resolve(Response.json(body)));
};
afterEach(() => vi.unstubAllGlobals());

describe('config.json', () => {
  it('offers services by name, whatever form their address has', async () => {
    serving({
      services: [{ name: 'Studio', base: 'api.a.test/v1/', lookUps: { perSecond: 2, burst: 4 } }],
    });
    expect(await readConfig()).toEqual({
      services: [
        { name: 'Studio', base: 'https://api.a.test', lookUps: { perSecond: 2, burst: 4 } },
      ],
    });
  });

  it('offers none where it is missing or wrong', async () => {
    serving({ services: [{ name: 'Studio', base: 'not an address' }] });
    expect(await readConfig()).toEqual({ services: [] });
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    expect(await readConfig()).toEqual({ services: [] });
  });
});
