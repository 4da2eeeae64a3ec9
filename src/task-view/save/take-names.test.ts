import { expect, test } from 'vitest';

import type { TrackedTask } from '~/core/tracked';
import { unique } from '~/engine/media/save/each-video';
import { setLocale, translate } from '~/i18n/i18n';
import { LOCALES } from '~/i18n/locales';
import { aTask, aTracked, NOW } from '~test/builders';
import * as fc from '~test/properties';

import { takeNames } from './take-names';

const SHOT = 'SH010 Lighthouse';
const take = (n: number, change: Partial<TrackedTask> = {}): TrackedTask =>
  aTracked({ taskId: `task_${n}`, shot: SHOT, addedAt: NOW + n, ...change });
const nameOf = (tracked: TrackedTask, all: readonly TrackedTask[] = [tracked], prompt = 'A sea') =>
  takeNames(all, translate)(tracked, aTask({ prompt }))('video/mp4');

test('a take is called by its shot and its name, which says which take it is', () => {
  expect(nameOf(take(1, { label: 'take 2' }))).toBe('SH010 Lighthouse – take 2.mp4');
  expect(nameOf(take(1, { label: 'T2' }), [take(1), take(3)])).toBe('SH010 Lighthouse – T2.mp4');
  expect(nameOf(take(1, { label: 'T1000 robot' }), [take(1), take(3)])).toBe(
    'SH010 Lighthouse – T1000 robot – take 1.mp4',
  );
  expect(nameOf(take(1, { label: '第二版 · 清晨茶馆' }), [take(1), take(2)])).toBe(
    'SH010 Lighthouse – 第二版 · 清晨茶馆.mp4',
  );
});

test('where no name says it, its table does, or its place in the shot', () => {
  const [one, two] = [take(1), take(2, { label: 'wide' })];
  expect(nameOf(two, [two, one])).toBe('SH010 Lighthouse – wide – take 2.mp4');
  expect(nameOf(one, [two, one])).toBe('SH010 Lighthouse – take 1.mp4');
  expect(nameOf(take(1, { columns: { Take: '7' } }))).toBe('SH010 Lighthouse – take 7.mp4');
  const ofColumn = (heading: string): string =>
    nameOf(take(1, { label: 'wide', columns: { [heading]: '7' } }));
  const numbering = ['Take #', 'take_no', 'Takes', 'Ver. No.', 'Version number', '第几条', '条号'];
  expect(new Set(numbering.map(ofColumn))).toEqual(
    new Set(['SH010 Lighthouse – wide – take 7.mp4']),
  );
  const others = ['Version notes', 'Taken on', 'Verdict', '条件', '出版社'];
  expect(new Set(others.map(ofColumn))).toEqual(new Set(['SH010 Lighthouse – wide.mp4']));
  expect(nameOf(take(1, { columns: { 条: 'B roll' } }))).toBe('SH010 Lighthouse – B roll.mp4');
  expect(nameOf(take(1, { label: 'wide' }))).toBe('SH010 Lighthouse – wide.mp4');
  expect(nameOf(take(1, { shot: 'SH020 Tea: house?', label: 'wide' }))).toBe(
    'SH020 Tea house – wide.mp4',
  );
});

test.each(LOCALES)(
  'a take that is named in %s says which it is, and is not numbered twice',
  async (locale) => {
    await setLocale(locale);
    const label = translate('select.take', { n: 2 });
    expect(nameOf(take(1, { label }), [take(1), take(3)])).toBe(`SH010 Lighthouse – ${label}.mp4`);
    await setLocale('en');
  },
);

test.each(['Take Nr.', 'Toma', 'Tomada n.º', 'Versão', 'テイク', 'テイク番号', '테이크', '條次'])(
  'a column called %s numbers takes',
  (heading) => {
    const tracked = take(1, { label: 'wide', columns: { [heading]: '7' } });
    expect(nameOf(tracked)).toBe('SH010 Lighthouse – wide – take 7.mp4');
  },
);

test('without a shot, it is called as its card is', () => {
  expect(nameOf(take(1, { shot: null }))).toBe('A sea.mp4');
  expect(nameOf(take(1, { shot: null, label: 'Harbour', columns: { take: '3' } }))).toBe(
    'Harbour – take 3.mp4',
  );
});

test('no name leaves its folder, upsets a file system, or stands there twice', () => {
  const text = fc.option(fc.string({ unit: 'binary', maxLength: 300 }), { nil: null });
  const tasks = fc.array(
    fc.record({ shot: text, label: text, cell: text }).map(({ shot, label, cell }) => ({
      shot,
      label,
      columns: { take: cell ?? '' },
    })),
    { minLength: 1, maxLength: 6 },
  );
  fc.assert(
    fc.property(tasks, (changes) => {
      const all = changes.map((change, n) => take(n, change));
      const taken = new Set<string>();
      const names = all.map((one) => unique(nameOf(one, all, ''), taken));
      expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(all.length);
      for (const name of names) {
        expect(name).not.toMatch(/[\p{Cc}"*/:<>?\\|]/u);
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(200);
        expect(Buffer.from(name).toString()).toBe(name);
        expect(name).toMatch(/^[^.\s].*\.mp4$/u);
        expect(name).not.toMatch(/^(?:con|prn|aux|nul|com\d|lpt\d)\s*\./i);
      }
    }),
  );
});
