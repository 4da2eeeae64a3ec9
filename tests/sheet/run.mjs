// `npm run sheet`: pictures of every problem and failure face, in some languages, both themes and sizes, to be looked at.
// `npm run sheet -- de ja` for others than English and Chinese.
import { mkdirSync } from 'node:fs';
import path from 'node:path';

import { chromium } from '@playwright/test';
import { createServer } from 'vite';

import { CHROMIUM_FLAGS, findChromium } from '../../scripts/browser.mjs';
import { ROOT } from '../../scripts/terminal.mjs';

const OUT = path.join(ROOT, 'test-results', 'sheet');
const LOCALES = process.argv.length > 2 ? process.argv.slice(2) : ['en', 'zh-CN'];
const LOOKS = LOCALES.map((locale, at) => ({ locale, colorScheme: at % 2 > 0 ? 'dark' : 'light' }));
const WIDTHS = [360, 1440];

mkdirSync(OUT, { recursive: true });
const server = await createServer({ root: ROOT, logLevel: 'error', server: { port: 0 } });
await server.listen();
const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
const address = new URL('tests/sheet/index.html', server.resolvedUrls.local[0]).href;
for (const look of LOOKS) {
  for (const width of WIDTHS) {
    const page = await browser.newPage({ ...look, viewport: { width, height: 900 } });
    page.on('pageerror', (error) => {
      throw error;
    });
    await page.addInitScript((locale) => {
      localStorage.setItem('rushes-prefs', JSON.stringify({ state: { locale }, version: 0 }));
    }, look.locale);
    await page.goto(address);
    await page.getByRole('article').last().waitFor();
    const file = path.join(OUT, `${look.locale}-${look.colorScheme}-${width}.png`);
    await page.screenshot({ path: file, fullPage: true });
    console.log(file);
    await page.close();
  }
}
await browser.close();
await server.close();
