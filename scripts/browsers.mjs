// Checks that the built page uses nothing that the oldest browsers of package.json lack, except for what is named here
// with what happens there. Exit 1 if there is more, or less.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './terminal.mjs';
import { known, newSyntax, tooNew } from './too-new.mjs';

const DIST = path.join(ROOT, 'dist');
const { browserslist } = JSON.parse(readFileSync(path.join(ROOT, 'package.json'), 'utf8'));

/** What happens in a browser that lacks it. */
const WITHOUT = {
  '.Segmenter()': 'file names are cut between letters, not between signs',
  '.canShare()': 'there is no button for sharing',
  '.cancelVideoFrameCallback()': 'as requestVideoFrameCallback',
  '.checkVisibility()': 'Base UI looks at the style instead',
  '.clearAppBadge()': 'the tab’s title and icon say it alone',
  '.createPolicy()': 'there are no trusted types to be made',
  '.createWritable()': 'videos are saved as downloads, and the setting says that none is kept',
  '.databases()': 'those that this page makes are known by name',
  '.exitPictureInPicture()': 'there is no button for it',
  '.readText()': 'there is no button for pasting',
  '.requestPictureInPicture()': 'there is no button for it',
  '.requestVideoFrameCallback()': 'videos keep in step by their times',
  '.setAppBadge()': 'the tab’s title and icon say it alone',
  '.skipTransition()': 'React’s, for view transitions, which this page has none of',
  '.startViewTransition()': 'React’s, for view transitions, which this page has none of',
  '.vibrate()': 'nothing shakes',
  '.yield()': 'a timer lets the browser paint',
  ':-webkit-search-cancel-button': 'has none to be hidden',
  '@property': 'Tailwind sets the same values by a rule for these browsers',
  'backdrop-filter': 'stands beside the one with a prefix',
  'field-sizing': 'lists are as wide as their longest word, boxes of text as high as they begin',
  'field-sizing: content': 'as field-sizing',
  'forced-color-adjust': 'there are no forced colours to be left out of',
  'forced-color-adjust: none': 'as forced-color-adjust',
  'scrollbar-width': 'a bar is shown',
  'scrollbar-width: none': 'a bar is shown',
  'text-wrap': 'headings break where the line is full',
  'text-wrap: balance': 'headings break where the line is full',
  'user-select': 'stands beside the one with a prefix',
};

/** What tells a browser that it is too old. */
const FOR_ANY = ['first-sight.js', 'too-old.js'];

if (!existsSync(path.join(DIST, 'index.html'))) {
  console.error('There is no dist/index.html to check. Run `npm run build` first.');
  process.exit(1);
}
const names = readdirSync(DIST, { recursive: true, encoding: 'utf8' });
const read = (ending) =>
  Object.fromEntries(
    names
      .filter((name) => name.endsWith(ending))
      .map((name) => [name, readFileSync(path.join(DIST, name), 'utf8')]),
  );
const scripts = read('.js');
const found = tooNew({ scripts, styles: read('.css') }, known(browserslist));
const nameOf = (one) => one.slice(0, one.lastIndexOf(', '));
const unknown = found.filter((one) => !Object.hasOwn(WITHOUT, nameOf(one)));
const unused = Object.keys(WITHOUT).filter((name) => !found.some((one) => nameOf(one) === name));
const wrong = [
  ...unknown.map((one) => `too new: ${one}`),
  ...unused.map((name) => `not used any more: ${name}`),
  ...FOR_ANY.flatMap((name) =>
    newSyntax(name, scripts[name]).map((one) => `${name} is not for any browser: ${one}`),
  ),
];
for (const one of wrong) console.log(`FAIL  ${one}`);
if (wrong.length === 0) {
  console.log(
    `ok  the page runs in ${browserslist.join(', ')}, and does without ${found.length} names`,
  );
}
process.exit(wrong.length > 0 ? 1 : 0);
