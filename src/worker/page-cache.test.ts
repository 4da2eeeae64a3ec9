import { afterEach, beforeEach, expect, it, vi } from 'vitest';

const HOME = 'https://team.test/rushes/';
/** What the host answers, by the file's name. */
let host: Record<string, Response>;
/** The caches of the browser, in the order of their making. */
let kept: Map<string, Map<string, Response>>;

beforeEach(() => {
  kept = new Map();
  host = {
    './': page('<script src="./assets/app-1.js">'),
    './assets/app-1.js': script(),
    './assets/en-1.js': script(),
    './assets/ja-1.js': script(),
    './words/en.json': list('1', 'en'),
    './words/ja.json': list('1', 'ja'),
  };
  vi.stubGlobal('location', { href: `${HOME}sw.js` });
  vi.stubGlobal('fetch', async (url: string) => {
    return host[url]?.clone() ?? new Response('', { status: 404 });
  });
  vi.stubGlobal('caches', {
    keys: async () => [...kept.keys()],
    delete: async (name: string) => kept.delete(name),
    match: async () => undefined,
    async open(name: string) {
      const files = kept.get(name) ?? new Map<string, Response>();
      kept.set(name, files);
      return {
        match: async (url: string) => files.get(url)?.clone(),
        put: async (url: string, reply: Response) => void files.set(url, reply),
        delete: async (url: string) => files.delete(url),
      };
    },
  });
});

afterEach(() => vi.unstubAllGlobals());

it('is taken in where all of it is this version’s', async () => {
  await (await version('1')).takeInPage();
  expect([...(kept.get('rushes-page /rushes/ 1')?.keys() ?? [])].toSorted()).toEqual([
    './',
    './assets/app-1.js',
    './assets/en-1.js',
    './words/en.json',
  ]);
});

it('has the words of the page’s language and of no other, and those of another once it is chosen', async () => {
  kept.set('rushes-language', new Map([['./language', new Response('ja')]]));
  const { takeInPage, takeInWords } = await version('1');
  const words = (): string[] =>
    [...(kept.get('rushes-page /rushes/ 1')?.keys() ?? [])].filter((name) => /ja|en/.test(name));
  await takeInPage();
  expect(words().toSorted()).toEqual(['./assets/ja-1.js', './words/ja.json']);
  kept.set('rushes-language', new Map([['./language', new Response('en')]]));
  await takeInWords();
  expect(words()).toContain('./assets/en-1.js');
  // They are there: nothing is fetched again.
  delete host['./words/en.json'];
  await takeInWords();
});

it.each<[string, Record<string, Response>, string]>([
  [
    'the page is that of the next version',
    { './': page('<script src="./assets/app-2.js">') },
    'another page came',
  ],
  ['a sign-in answers in its place', { './': page('<form>Sign in</form>') }, 'another page came'],
  [
    'a page answers in the place of a part',
    { './assets/app-1.js': page('<form>') },
    'app-1.js: a page came',
  ],
  [
    'the words are those of the next version',
    { './words/en.json': list('2', 'en') },
    'words of another page came',
  ],
  ['the words are a page', { './words/en.json': page('<form>') }, 'en.json: a page came'],
  ['a part is missing', { './assets/app-1.js': new Response('', { status: 404 }) }, '404'],
])('is not taken in where %s', async (_, change, message) => {
  Object.assign(host, change);
  await expect((await version('1')).takeInPage()).rejects.toThrow(message);
});

it('keeps the version that open tabs run, however many were waiting in between, and what is not its own', async () => {
  kept.set('rushes-page / 7', new Map());
  kept.set('rushes-language', new Map());
  for (const [name, isLetIn] of [
    ['1', true],
    ['2', true],
    ['3', false],
    ['4', true],
  ] as const) {
    host['./words/en.json'] = list(name, 'en');
    const { takeInPage, forgetOldPages } = await version(name);
    await takeInPage();
    if (isLetIn) await forgetOldPages();
  }
  expect([...kept.keys()]).toEqual([
    'rushes-page / 7',
    'rushes-language',
    'rushes-page /rushes/ 2',
    'rushes-page /rushes/ 4',
  ]);
});

/** The worker of one version. */
async function version(name: string) {
  vi.resetModules();
  vi.stubGlobal('PAGE_FILES', { version: name, files: ['', 'assets/app-1.js'] });
  return import('./page-cache');
}

function script(): Response {
  return new Response('run()', { headers: { 'content-type': 'text/javascript' } });
}

/** The files of a language, in one version of the page. */
function list(of: string, language: string): Response {
  return Response.json({ version: of, files: { first: `assets/${language}-1.js` } });
}

function page(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/html' } });
}
