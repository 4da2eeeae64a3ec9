import { expect, test } from './support/fixtures';
import { expectOwnKeysOnly, startServices } from './support/services';

test('the hosts of these tests notice a part of a key in a path, a header or a body', async ({
  page,
}) => {
  const services = await startServices();
  const [{ address }, { key }] = services;
  await page.goto('./');
  for (const [path, init] of [
    [`/v1/videos/${key.slice(5, 14)}`, {}],
    ['/', { headers: { 'x-note': `(${key.slice(3, 12)})` } }],
    ['/', { method: 'POST', body: `{"a":"${key.slice(-8)}"}` }],
  ] as const) {
    await page.evaluate(([url, how]) => fetch(url, how), [address + path, init] as const);
    expect(() => expectOwnKeysOnly(services)).toThrow('parts of others’ keys');
    for (const { got } of services) (got as string[]).length = 0;
    expectOwnKeysOnly(services);
  }
  for (const service of services) service.stop();
});
