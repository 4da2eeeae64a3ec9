import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

/** Classes with a left and a right. `start` and `end` say the same, and mirror where people write from right to left. */
const ONE_SIDED =
  /(?<=[\s'"`:]-?)(?:[mp][lr]|scroll-[mp][lr]|left|right|rounded-[lr]|rounded-[tb][lr]|border-[lr])-(?:\d[\d./]*|full|px|auto|\[[^\]\s]+\])(?=[\s'"`])|(?<=[\s'"`:])(?:(?:text|float)-(?:left|right)|border-[lr]|rounded-[lr])(?=[\s'"`])/g;

/** A gradient that runs to one side; `var(--to-end)` mirrors. */
const ONE_SIDED_GRADIENT =
  /(?<!repeating-)linear-gradient\((?:to[ _](?:left|right)|(?:90|270)deg)|bg-linear-to-[lr]\b/g;

/** What has a left and a right of its own, and why. */
const EXEMPT: Readonly<Record<string, string>> = {
  'src/ui/scrubber.tsx': 'a video’s time runs from left to right everywhere',
  'src/features/compare/places-strip.tsx': 'places in a video’s time',
  'src/features/compare/videos.tsx': 'the divider between two videos is where the pointer is',
};
/** In the middle, together with half of its own width. */
const CENTRED = /^(?:left|right)-1\/2$/;

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .map((name) => path.posix.join('src', name.replaceAll('\\', '/')))
  .filter((name) => /\.tsx$|field-look\.ts$/.test(name) && !name.includes('.test.'));

const gradients = (code: string): string[] => code.match(ONE_SIDED_GRADIENT) ?? [];

const oneSided = (code: string): string[] =>
  [...code.matchAll(ONE_SIDED)].map(([word]) => word).filter((word) => !CENTRED.test(word));

test('what stands at one side says at which end, so that it mirrors', () => {
  const found = files
    .filter((file) => !Object.hasOwn(EXEMPT, file))
    .flatMap((file) => oneSided(readFileSync(file, 'utf8')).map((word) => `${file}: ${word}`));
  expect(found).toEqual([]);
});

test('what fades out towards one side does so towards an end', () => {
  const found = ['src/app/app.css', ...files].flatMap((file) =>
    gradients(readFileSync(file, 'utf8')).map((one) => `${file}: ${one}`),
  );
  expect(found).toEqual([]);
});

test('every exemption is there', () => {
  expect(Object.keys(EXEMPT).filter((file) => !files.includes(file))).toEqual([]);
});

test.each([
  "'ml-2'",
  '"max-sm:-mr-1.5 "',
  '`left-[3px]`',
  "'text-left flex'",
  "'pr-14'",
  "'border-r'",
])('it would find %s', (code) => {
  expect(oneSided(code)).toHaveLength(1);
});

test.each(["'ms-2 pe-1'", "'left-1/2 -translate-x-1/2'", '// the left-over text'])(
  'it has nothing against %s',
  (code) => {
    expect(oneSided(code)).toEqual([]);
  },
);

test.each([
  ['linear-gradient(to_right,transparent,var(--surface))', 1],
  ['mask-image: linear-gradient(90deg, #000, transparent)', 1],
  ["'bg-linear-to-r'", 1],
  ['linear-gradient(var(--to-end), #000, transparent)', 0],
  ['linear-gradient(170deg, black, white)', 0],
  ['repeating-linear-gradient(90deg, black 0 0.5rem, transparent 0 1rem)', 0],
])('of gradients in %s it finds %i', (code, found) => {
  expect(gradients(code)).toHaveLength(found);
});
