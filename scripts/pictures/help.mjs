// The pictures of the help: parts of the page, in each language that has words, and in both themes.
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from '../terminal.mjs';
import { writePicture } from './ffmpeg.mjs';
import { settled } from './page.mjs';

const MESSAGES = path.join(ROOT, 'src/i18n/messages');
const OUT = path.join(ROOT, 'src/features/help/pictures');

/** Of every picture, in px; `src/features/help/picture.tsx` draws them in these proportions. */
const SIZE = { width: 800, height: 400 };
/** The form is then 640 px wide, as are most pictures. */
const NARROW = { width: 680, height: 1000 };
/** A card is then wide enough for all it says. */
const WIDE = { width: 1440, height: 1000 };
/** The bar at the bottom is then in one row. */
const BAR = { width: 1000, height: 900 };

/** In nobody’s message; the demo gateway takes the one and refuses the other. */
const KEY = 'sk-demo-Vb3kQ8w2Lx71mNp49f2c';
const WRONG_KEY = 'sk-wrong-Jd8sK3v7Bn52yTu16e4b';
/** Ready, with a link that leads out of the demo. */
const LEADS_OUT = 'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980';
const WHOSE_LINK_ENDS = 'Petals, vertical';

const ADDRESS = 'https://api.lumen.example';
const ONE_KEY = `Lighthouse, takes 1 to 3 (${ADDRESS})\ntask_01k8m2qdlighthouse1\ntask_01k8m2qdlighthouse2\ntask_01k8m2qdlighthouse3\nAPI key: ${KEY}`;
const TWO_KEYS =
  `${ADDRESS} sk-lumen-Vb3kQ8w2Lx71mNp49f2c\ntask_01k8m2qdlighthouse1\ntask_01k8m2qdlighthouse2\n\n` +
  'https://video.norra.example sk-norra-Hx5tR2m9Zc64qWs83d7a\nvideo_86c5d3e4\nvideo_b3f8a617\nvideo_a4e7b506';

/** Each brings a page of this size to where the picture is taken, and says at which place, and how much of it is seen. */
const PICTURES = {
  paste: {
    viewport: NARROW,
    async show(page) {
      const { x, y } = await paste(page, ONE_KEY);
      return { x, y, width: 640 };
    },
  },
  remember: {
    viewport: NARROW,
    async show(page) {
      const { x, y, height } = await paste(page, ONE_KEY);
      return { x, y: y + height + 66 - 320, width: 640 };
    },
  },
  services: {
    viewport: NARROW,
    async show(page) {
      const { x, y, height } = await paste(page, TWO_KEYS);
      return { x, y: y + height + 8 - 320, width: 640 };
    },
  },
  refused: {
    viewport: WIDE,
    async show(page, t) {
      await add(page, t, WRONG_KEY, 'task_01k8m2qdlighthouse1');
      await page.getByRole('button', { name: t('add.trackAnyway') }).click();
      await page.getByText(t('problems.auth.title')).waitFor();
      return aroundCard(page.getByRole('article'));
    },
  },
  playing: {
    viewport: WIDE,
    async show(page, t) {
      await page.route(
        (url) => url.hostname !== 'localhost',
        (route) => route.fulfill({ status: 403 }),
      );
      await add(page, t, KEY, LEADS_OUT);
      await page
        .getByRole('button', { name: t('player.play') })
        .first()
        .click();
      await page.getByRole('button', { name: t('player.openTab') }).waitFor();
      return aroundCard(page.getByRole('article'));
    },
  },
  links: {
    viewport: WIDE,
    async show(page, t) {
      await page.getByRole('button', { name: t('add.sample') }).click();
      const card = page.getByRole('article', { name: WHOSE_LINK_ENDS });
      await card.getByRole('button', { name: t('card.download') }).waitFor();
      const { x, y, height } = await card.boundingBox();
      return { x: x - 97, y: y + height + 12 - 320, width: 640 };
    },
  },
  others: {
    viewport: BAR,
    async show(page, t) {
      await page.getByRole('button', { name: t('add.sample') }).click();
      const ready = page.getByRole('article').filter({ hasText: t('card.face.ready') });
      for (const nth of [0, 1]) await ready.nth(nth).getByRole('checkbox').check({ force: true });
      await page.getByRole('toolbar', { name: t('select.bar') }).waitFor();
      return { x: 0, y: BAR.height - 500, width: 1000 };
    },
  },
};

/** How often a picture is begun: on a busy machine a press may come before what it is for. */
const TRIES = 3;

/** @param wanted the languages, among other words; all if there is none among them */
export async function takeHelp({ browser, address }, wanted) {
  const all = readdirSync(MESSAGES);
  const some = all.filter((locale) => wanted.includes(locale));
  for (const locale of some.length > 0 ? some : all) {
    mkdirSync(path.join(OUT, locale), { recursive: true });
    for (const name of Object.keys(PICTURES)) await takePicture({ browser, address }, locale, name);
  }
}

async function takePicture(places, locale, name, tries = 1) {
  const { viewport, show } = PICTURES[name];
  const context = await places.browser.newContext({ viewport, locale, deviceScaleFactor: 2 });
  try {
    // Whether to be told is answered: the question would lie over cards.
    await context.addInitScript(() => {
      localStorage['rushes-tell'] ??= '{"state":{"asked":true}}';
    });
    const page = await context.newPage();
    await page.goto(places.address);
    await boxOf(page).waitFor();
    const { x, y, width } = await show(page, wordsOf(locale));
    const height = (width * SIZE.height) / SIZE.width;
    const clip = { x: Math.max(0, x), y: Math.max(0, y), width, height };
    await page.mouse.move(0, 0);
    for (const colorScheme of ['light', 'dark']) {
      await page.emulateMedia({ colorScheme });
      await settled(page);
      const file = path.join(OUT, locale, `${name}-${colorScheme}.webp`);
      writePicture(await page.screenshot({ clip }), SIZE, file);
    }
  } catch (error) {
    if (tries === TRIES) throw error;
    console.log(`${locale}/${name} once more: ${error.message}`);
    await takePicture(places, locale, name, tries + 1);
  } finally {
    await context.close();
  }
}

function boxOf(page) {
  return page.locator('[data-add-form] textarea');
}

async function add(page, t, key, id) {
  await boxOf(page).fill(`${key}\n${id}`);
  await page
    .getByRole('combobox', { name: t('add.service') })
    .selectOption({ label: t('add.other') });
  await page
    .getByRole('textbox', { name: t('add.address') })
    .fill(new URL('demo', page.url()).href);
  await page.locator('[data-add-form] button').last().click();
}

/** Puts a text into the box, and says where the form stands then. */
async function paste(page, text) {
  await boxOf(page).fill(text);
  await boxOf(page).blur();
  return page.locator('[data-add-form]').boundingBox();
}

/** A card in the middle, from its top. */
async function aroundCard(card) {
  const { x, y, width } = await card.boundingBox();
  return { x: x - (640 - width) / 2, y: y - 8, width: 640 };
}

/** The page’s words in a language, by their keys. */
function wordsOf(locale) {
  const folder = path.join(MESSAGES, locale);
  const words = Object.assign(
    {},
    ...readdirSync(folder).map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8'))),
  );
  return (key) => words[key];
}
