import { expect, test } from 'vitest';

import { withMediaRelay } from './media-relay';

const HOME = 'https://team.test/rushes/';

async function askedFor(url: string, init?: RequestInit): Promise<string> {
  let asked = '';
  const network: typeof fetch = async (input) => {
    asked = input instanceof Request ? input.url : String(input);
    return new Response();
  };
  await withMediaRelay(network, ['cdn.test'], HOME)(url, init);
  return asked;
}

test('films of the named hosts come through the relay, signature and all', async () => {
  expect(await askedFor('https://cdn.test/a/b.mp4?sig=x%2Fy')).toBe(
    'https://team.test/rushes/relay/media/cdn.test/a/b.mp4?sig=x%2Fy',
  );
});

test('everything else goes where it was meant to, above all what carries a key', async () => {
  const key = { headers: { Authorization: 'Bearer sk-1' } };
  expect(await askedFor('https://cdn.test/v1/videos/a', key)).toBe('https://cdn.test/v1/videos/a');
  for (const name of ['X-Api-Key', 'api-key', 'x-goog-api-key'])
    expect(await askedFor('https://cdn.test/a', { headers: { [name]: 'k' } })).toBe(
      'https://cdn.test/a',
    );
  for (const url of ['https://a.test/b.mp4', 'http://cdn.test/b.mp4', 'https://cdn.test:1/b.mp4']) {
    expect(await askedFor(url)).toBe(url);
  }
});
