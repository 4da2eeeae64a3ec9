import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { stripVTControlCharacters } from 'node:util';

import { test, type Page } from '@playwright/test';

import { LOCALES, type Locale } from '../../src/prefs/choices';
import { PREFS_KEY } from '../../src/prefs/prefs';
import { collectConsole, type ConsoleLog } from '../e2e/support/console';
import { WITHOUT_WORKER } from '../e2e/support/fixtures';
import { startGateway } from '../e2e/support/gateway';
import { clocksOf } from '../e2e/support/sleep';
import { messagesOf, wordsOf } from '../e2e/support/words';
import { readAxe } from './axe';
import { ROWS } from './board';
import { readLayout, type Fault } from './faults';
import { PARTS } from './parts';
import { atRest, hiddenBelow } from './rest';
import { closeAll, type Part, type Scene } from './scene';

/** As `run.mjs` was told. */
const asked = (name: string, all: readonly string[]): string[] =>
  process.env[name]?.split(',').filter((one) => all.includes(one)) ?? [...all];
const locales = asked('LOOKS_LANGUAGES', LOCALES) as Locale[];
const parts = asked('LOOKS_ONLY', Object.keys(PARTS));
const widths = process.env['LOOKS_WIDTHS']?.split(',') ?? ['390', '1440'];
const moreContrast = process.env['LOOKS_CONTRAST'] === 'more';
/** Each screen in one theme, so that all languages together meet both, and axe in one language alone. */
const isQuick = process.env['LOOKS_QUICK'] === 'yes';

const PHONE = { isMobile: true, hasTouch: true };
const SIZES: Readonly<Record<string, object>> = {
  360: { viewport: { width: 360, height: 740 }, ...PHONE },
  390: { viewport: { width: 390, height: 844 }, ...PHONE },
  768: { viewport: { width: 768, height: 1024 }, ...PHONE },
  1440: { viewport: { width: 1440, height: 900 } },
};
/** What has to be scrolled is shown at once, up to this height, in px. */
const HIGHEST = 2600;
const THEMES = ['light', 'dark'] as const;
/** The pages find their way in English, and are shown in the others from there. */
const HOME = 'en';

const OUT = path.resolve('test-results/looks');
const english = messagesOf(HOME);

test.use({
  ...WITHOUT_WORKER,
  locale: HOME,
  contextOptions: { reducedMotion: 'reduce', ...(moreContrast ? { contrast: 'more' } : {}) },
});

for (const width of widths) {
  test.describe(`${width} px`, () => {
    test.use({ ...SIZES[width] });
    for (const name of parts) {
      const part = PARTS[name];
      if (!part) continue;
      test(name, async ({ page, context }) => {
        await context.grantPermissions([...(part.permissions ?? [])]);
        await context.addInitScript(() => {
          if (origin !== 'null') localStorage['rushes-tell'] ??= '{"state":{"asked":true}}';
        });
        const gateway = await startGateway(1);
        const log = collectConsole(context);
        const notes = new Map(locales.map((locale) => [locale, noteIn(locale, width, name)]));
        const scene = { page, t: wordsOf(HOME), gateway, sleepThrough: await clocksOf(context) };
        await visit(scene, part, async (screen, at, failure) => {
          for (const [turn, locale] of locales.entries()) {
            const note = notes.get(locale);
            await speak(page, locale);
            if (part.anew?.includes(screen)) {
              await closeAll(page);
              await part.screens[screen]?.({ ...scene, t: wordsOf(locale) });
            }
            if (failure) note?.tell(screen, '', [failure]);
            for (const theme of isQuick ? [THEMES[(at + turn) % 2] ?? 'light'] : THEMES) {
              const file = `${String(at).padStart(2, '0')} ${screen} ${theme}.png`;
              const seen = await look(page, path.join(note?.folder ?? OUT, file), {
                theme,
                locale,
                isFirst: isQuick ? turn === 0 : theme === THEMES[0],
              });
              const isStale = part.stale?.includes(screen) ?? false;
              note?.tell(
                screen,
                theme,
                isStale ? seen.filter(({ kind }) => kind !== 'English') : seen,
              );
            }
          }
          await speak(page, HOME);
        });
        for (const note of notes.values()) note.tell('', '', errorsIn(log));
        await page.close();
        await gateway.stop();
      });
    }
  });
}

/** Where the pictures of a part go in one language, and what is found there. */
function noteIn(locale: Locale, width: string, part: string) {
  const folder = path.join(OUT, locale, width, part);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const found: object[] = [];
  return {
    folder,
    tell(screen: string, theme: string, faults: readonly Fault[]): void {
      found.push(...faults.map((one) => ({ locale, width, part, screen, theme, ...one })));
      writeFileSync(path.join(folder, 'found.json'), JSON.stringify(found, null, 1));
    },
  };
}

function errorsIn(log: ConsoleLog): Fault[] {
  try {
    log.expectClean();
    return [];
  } catch (error) {
    return [{ kind: 'error', what: plain(error) }];
  }
}

/** What an error says, without the colours of a terminal. */
function plain(error: unknown): string {
  return stripVTControlCharacters(String(error)).slice(0, 400);
}

/** Changes the language as another tab would, in the midst of everything; a page that hears nothing of it is reloaded. */
async function speak(page: Page, locale: Locale): Promise<void> {
  await page.evaluate(
    ([key, chosen]) => {
      const stored = JSON.stringify({ state: { locale: chosen }, version: 0 });
      localStorage.setItem(key, stored);
      dispatchEvent(new StorageEvent('storage', { key, newValue: stored }));
    },
    [PREFS_KEY, locale] as const,
  );
  const spoken = page.locator(`html[lang="${locale}"]`);
  await spoken.waitFor({ state: 'attached', timeout: 3000 }).catch(async () => {
    await page.reload();
    await spoken.waitFor({ state: 'attached' });
  });
}

/** Goes from screen to screen; one that cannot be come to is told, and the next one tried. */
async function visit(
  scene: Scene,
  { screens }: Part,
  see: (screen: string, at: number, failure: Fault | null) => Promise<void>,
): Promise<void> {
  for (const [at, [screen, step]] of Object.entries(screens).entries()) {
    let failure: Fault | null = null;
    try {
      await step(scene);
    } catch (error) {
      failure = { kind: 'not reached', what: plain(error) };
    }
    await see(screen, at, failure);
    await closeAll(scene.page).catch(() => {});
  }
}

/** Looks at a screen: a picture of it, and what is wrong with it. In a second theme, only colours can be otherwise. */
async function look(
  page: Page,
  file: string,
  { theme, locale, isFirst }: { theme: (typeof THEMES)[number]; locale: Locale; isFirst: boolean },
): Promise<Fault[]> {
  const size = page.viewportSize() ?? { width: 1440, height: 900 };
  await page.emulateMedia({ colorScheme: theme });
  await atRest(page);
  const hidden = await hiddenBelow(page);
  if (hidden > 0) {
    const height = Math.min(HIGHEST, Math.ceil(size.height + hidden * 1.2));
    await page.setViewportSize({ width: size.width, height });
    await atRest(page);
  }
  const reads = isFirst || isQuick;
  const { faults, texts } = reads ? await readLayout(page) : { faults: [], texts: [] };
  const axe =
    isQuick && !isFirst ? [] : await readAxe(page, { coloursOnly: !isFirst, moreContrast });
  await page.screenshot({ path: file });
  if (hidden > 0) await page.setViewportSize(size);
  return [...faults, ...axe, ...untranslated(texts, locale)];
}

/** Texts that are those of English word for word, but not of what was pasted; and names of messages. */
function untranslated(texts: readonly string[], locale: Locale): Fault[] {
  const own = messagesOf(locale);
  const theirs = new Set(own.values());
  const foreign = new Set([...english.values()].filter((word) => !theirs.has(word)));
  for (const word of ROWS.flat()) foreign.delete(word);
  return texts
    .filter((text) => foreign.has(text) || english.has(text))
    .map((text) => ({ kind: 'English', what: `“${text}”` }));
}
