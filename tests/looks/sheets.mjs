// Contact sheets of what `npm run looks` has taken: pages of small pictures, and one page with all of them, by language.
import { readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import { chromium } from '@playwright/test';

import { CHROMIUM_FLAGS, findChromium } from '../../scripts/browser.mjs';

/** How many pictures stand beside and below each other, and how large they are, in px, by the width of the screen. */
const LAYOUTS = {
  phone: { columns: 6, rows: 2, width: 250, height: 560 },
  desktop: { columns: 3, rows: 3, width: 560, height: 460 },
};

/** Writes the sheets of these languages, and gives the paths of their pages. */
export async function writeSheets(folder, locales) {
  const browser = await chromium.launch({ executablePath: findChromium(), args: CHROMIUM_FLAGS });
  const pages = [];
  for (const locale of locales) {
    const own = path.join(folder, locale);
    const shots = readdirSync(own, { recursive: true })
      .filter((name) => name.endsWith('.png') && name.includes(path.sep))
      .toSorted((a, b) => a.localeCompare(b));
    const index = path.join(own, 'index.html');
    writeFileSync(index, html(locale, shots, { width: 400, height: 900, columns: 0 }));
    pages.push(index);
    for (const width of new Set(shots.map((shot) => shot.split(path.sep)[0]))) {
      for (const theme of ['light', 'dark']) {
        const mine = shots.filter(
          (shot) => shot.startsWith(width + path.sep) && shot.endsWith(`${theme}.png`),
        );
        await writePages(browser, own, `sheet ${width} ${theme}`, mine);
      }
    }
  }
  await browser.close();
  return pages;
}

async function writePages(browser, folder, name, shots) {
  const layout = LAYOUTS[name.includes('1440') || name.includes('768') ? 'desktop' : 'phone'];
  const { columns, rows, width, height } = layout;
  const viewport = { width: columns * (width + 8) + 8, height: rows * (height + 28) + 8 };
  const page = await browser.newPage({ viewport });
  for (let at = 0; at < shots.length; at += columns * rows) {
    const number = String(at / (columns * rows) + 1).padStart(2, '0');
    const file = path.join(folder, `${name} ${number}`);
    writeFileSync(`${file}.html`, html(name, shots.slice(at, at + columns * rows), layout));
    await page.goto(pathToFileURL(`${file}.html`).href);
    await page.screenshot({ path: `${file}.png` });
  }
  await page.close();
}

function html(title, shots, { width, height }) {
  const figure = (shot) => {
    const address = shot.split(path.sep).map(encodeURIComponent).join('/');
    const [, part, name] = shot.replace(/\.png$/, '').split(path.sep);
    return `<a href="${address}"><span>${part}: ${name}</span><img src="${address}" alt=""></a>`;
  };
  return `<!doctype html><meta charset="utf-8"><title>${title}</title>
<style>body{margin:4px;display:flex;flex-wrap:wrap;font:13px sans-serif;background:#888}
a{width:${width}px;margin:4px;color:#fff}span{display:block;height:20px;overflow:hidden;white-space:nowrap}
img{width:${width}px;height:${height}px;object-fit:contain;object-position:top left}</style>
${shots.map(figure).join('\n')}`;
}
