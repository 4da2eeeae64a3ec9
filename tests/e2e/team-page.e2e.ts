import { expect, test } from './support/fixtures';
import { BATCH, KEY, LINK } from './support/ids';
import { openRealBrowser } from './support/hidden';
import { startOwnHost, type OwnHost } from './support/own-host';
import { card, closeAll, expectPlays, pasteBox, trackButton } from './support/page';
import { clocksOf } from './support/sleep';

let host: OwnHost;
test.afterEach(async ({ context }) => {
  await closeAll(context);
  await host.remove();
});

/** The page's clock goes on in a leap, and the relay's does not: what it shares would be of the time before. */
const UNSHARED = { RELAY_SHARE_SECONDS: '0' };

const ids = [LINK.id, ...BATCH.map(({ id }) => id)].join('\n');

test('a team’s page asks through its relay, with the team’s key: people paste ids and nothing else', async ({
  page,
  gateway,
  sleepThrough,
}) => {
  host = await startOwnHost(
    { services: [{ name: 'House', relay: 'house', teamKey: true }] },
    {
      RELAY_UPSTREAMS: `house=${gateway.address}`,
      RELAY_ALLOW_PRIVATE: 'yes',
      RELAY_KEY_HOUSE: KEY,
      ...UNSHARED,
    },
  );
  await page.goto(host.address);
  await pasteBox(page).fill(ids);
  await expect(page.getByText('Uses the team’s key.')).toBeVisible();
  await expect(page.getByRole('combobox', { name: 'Remember the key' })).toHaveCount(0);
  await trackButton(page).click();
  // Their titles come with the first answers, and the gateway's tasks begin when it is asked for them.
  for (const { title } of [LINK, ...BATCH]) await expect(card(page, title)).toBeVisible();
  gateway.advance(600_000);
  await sleepThrough([page]);

  const [protectedVideo] = BATCH;
  for (const { title } of [LINK, protectedVideo]) {
    await card(page, title).getByRole('button', { name: 'Play' }).click();
    await expectPlays(card(page, title));
  }
  // No preflight: the page asks its own host. The key was never in the browser, nor is it in the log.
  expect(gateway.log.filter(({ method }) => method === 'OPTIONS')).toEqual([]);
  expect(
    gateway.log.filter(({ path }) => path.includes('/v1/')).every((one) => one.authorized),
  ).toBe(true);
  expect(host.said()).not.toContain(KEY);
});

test('the team’s key is there for as long as the host says so, also on plain http, where nothing can be sealed', async ({
  gateway,
}) => {
  const house = { name: 'House', relay: 'house' };
  host = await startOwnHost(
    { services: [{ ...house, teamKey: true }] },
    {
      RELAY_UPSTREAMS: `house=${gateway.address}`,
      RELAY_ALLOW_PRIVATE: 'yes',
      RELAY_KEY_HOUSE: KEY,
      ...UNSHARED,
    },
  );
  // Browsers trust 127.0.0.1; a name in a house's network they do not.
  const chromium = await openRealBrowser(['--host-resolver-rules=MAP rushes.test 127.0.0.1']);
  try {
    const sleepThrough = await clocksOf(chromium.context);
    const page = await chromium.context.newPage();
    const wrong: string[] = [];
    page.on('pageerror', (error) => wrong.push(String(error)));
    await page.goto(host.address.replace('127.0.0.1', 'rushes.test'));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await pasteBox(page).fill(ids);
    await trackButton(page).click();
    for (const { title } of [LINK, ...BATCH]) await expect(card(page, title)).toBeVisible();
    // Before the page asks again: what is on its way while it sleeps would be told of the time before.
    gateway.advance(600_000);
    await page.reload();
    await sleepThrough([page]);
    for (const { title } of [LINK, BATCH[0]]) {
      await card(page, title).getByRole('button', { name: 'Play' }).click();
      await expectPlays(card(page, title));
    }

    host.configure({ services: [house] });
    await page.reload();
    await page.getByRole('button', { name: 'Add tasks' }).click();
    await pasteBox(page).fill('video_fast0123456789abcdef0123456789ab');
    await expect(page.getByText('No key found yet.')).toBeVisible();
    const remember = page.getByRole('combobox', { name: 'Remember the key' });
    await expect(remember).toHaveText('Until this page is reloaded');
    expect(wrong).toEqual([]);
  } finally {
    await chromium.close();
  }
});

test('a page with its own services alone takes no other address', async ({
  page,
  gateway,
  browser,
}) => {
  host = await startOwnHost({
    services: [{ name: 'Studio', base: 'https://api.studio.test' }],
    otherAddresses: false,
  });
  await page.goto(host.address);
  await expect(page.getByRole('combobox', { name: 'Service' })).toHaveText('Studio');
  await pasteBox(page).fill(`${gateway.address}\n${KEY}\n${ids}`);
  await expect(page.getByText('This page only works with the services it offers.')).toBeVisible();
  await expect(trackButton(page)).toBeDisabled();
  // And if a script tried: the headers forbid it.
  const other = await browser.newPage();
  await other.goto(host.address);
  const tried = await other.evaluate(
    (url) =>
      fetch(url).then(
        () => 'asked',
        () => 'forbidden',
      ),
    `${gateway.address}/v1/videos/a`,
  );
  expect(tried).toBe('forbidden');
  expect(gateway.log).toEqual([]);
});

test('who has been here before may ask whom the host allows now', async ({ browser, gateway }) => {
  // A context of its own: the browser says in the console what it forbids.
  const page = await (await browser.newContext()).newPage();
  const closed = { services: [], otherAddresses: false };
  const open = { services: [{ name: 'Studio', base: gateway.address }], otherAddresses: false };
  host = await startOwnHost(closed);
  await page.goto(host.address);
  await page.evaluate(async () => {
    await navigator.serviceWorker.ready;
  });
  const policy = async (): Promise<string> => {
    const reply = await page.request.get(host.address);
    return reply.headers()['content-security-policy'] ?? '';
  };
  const ask = async (): Promise<string> =>
    page.evaluate(
      (url) =>
        fetch(url).then(
          () => 'asked',
          () => 'forbidden',
        ),
      `${gateway.address}/v1/videos/a`,
    );
  for (const [config, allowed] of [
    [open, 'asked'],
    [closed, 'forbidden'],
  ] as const) {
    host.configure(config);
    await expect
      .poll(async () => (await policy()).includes(gateway.address))
      .toBe(allowed === 'asked');
    await page.reload();
    await expect(pasteBox(page)).toBeVisible();
    expect(await ask()).toBe(allowed);
  }
});

test('the page has the host’s name, colour, language, help and notice; the notice stays closed', async ({
  page,
}) => {
  const notice = { en: 'The render farm rests on Sunday.', 'zh-CN': '渲染农场周日休息。' };
  host = await startOwnHost({
    brand: { name: 'Dailies', accent: '#0a7f4f' },
    language: 'zh-CN',
    help: 'https://help.example.com/rushes',
    notice,
  });
  await page.goto(host.address);
  await expect(page.getByRole('banner').getByRole('heading', { name: 'Dailies' })).toBeVisible();
  await expect(page).toHaveTitle('添加任务 · Dailies');
  await expect(page.getByRole('link', { name: '帮助' })).toHaveAttribute(
    'href',
    'https://help.example.com/rushes',
  );
  await expect(page.getByText(notice['zh-CN'])).toBeVisible();
  const accent = await page.evaluate(() =>
    getComputedStyle(document.documentElement).getPropertyValue('--accent'),
  );
  expect(accent).toMatch(/^rgb\(\d+,\d+,\d+\)$/);
  await page.getByRole('button', { name: '关闭通知' }).click();
  await expect(page.getByText(notice['zh-CN'])).toHaveCount(0);
  await page.reload();
  await expect(page.getByRole('banner').getByRole('heading', { name: 'Dailies' })).toBeVisible();
  await expect(page.getByText(notice['zh-CN'])).toHaveCount(0);
  host.configure({ notice: 'Back on Monday.' });
  await page.reload();
  await expect(page.getByText('Back on Monday.')).toBeVisible();
});

test('a config.json that is wrong is said, setting by setting, and mended without a rebuild', async ({
  page,
}) => {
  host = await startOwnHost({ services: [{ name: 'A', base: 'https://a.test', lookups: {} }] });
  await page.goto(host.address);
  await expect(
    page.getByRole('heading', { name: 'This page’s settings contain errors' }),
  ).toBeVisible();
  await expect(page.getByRole('listitem')).toHaveText([
    'services[0].lookups is not a known setting. Check the spelling.',
  ]);
  host.configure({ services: [{ name: 'A', base: 'nowhere' }] });
  await page.getByRole('button', { name: 'Reload the page' }).click();
  await expect(page.getByRole('listitem')).toHaveText([
    'services[0].base is not a web address. An address looks like https://api.example.com.',
  ]);
  await page.getByRole('button', { name: 'Continue without them' }).click();
  await expect(pasteBox(page)).toBeVisible();
  host.configure({ services: [{ name: 'A', base: 'https://a.test' }] });
  await page.reload();
  await expect(page.getByRole('combobox', { name: 'Service' })).toContainText('A');
});
