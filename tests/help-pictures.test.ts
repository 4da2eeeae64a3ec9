import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { HELP_TOPICS, TOPICS } from '../src/features/help/topics.ts';

const FOLDER = path.resolve('src/features/help/pictures');
/** In bytes. Each is fetched alone, when it is looked at. */
const LARGEST = 20_000;

test.each(readdirSync(FOLDER))(
  'the pictures of the help in %s are all there, and small',
  (locale) => {
    const wanted = new Set(
      HELP_TOPICS.flatMap((topic) => TOPICS[topic].picture ?? []).flatMap((name) => [
        `${name}-dark.webp`,
        `${name}-light.webp`,
      ]),
    );
    const found = readdirSync(path.join(FOLDER, locale));
    expect(new Set(found)).toEqual(wanted);
    const large = found.filter((name) => statSync(path.join(FOLDER, locale, name)).size > LARGEST);
    expect(large).toEqual([]);
  },
);
