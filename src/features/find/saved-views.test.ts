// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';

import { DEFAULT_VIEW, parseView } from '~/address/view';
import * as fc from '~test/properties';

import { addressOf, changeViews, readViews, withView, type SavedView } from './saved-views';

beforeEach(() => localStorage.clear());

const stored = (): unknown => JSON.parse(localStorage.getItem('rushes-views') ?? 'null');

test('a view is stored under its name, one by the same name is replaced', () => {
  const hero = addressOf({ ...DEFAULT_VIEW, filters: { tag: ['hero'] } });
  changeViews((views) => withView(views, { name: 'Spring ads', address: '#/?show=ready' }));
  changeViews((views) => withView(views, { name: ' Spring ads ', address: hero }));
  changeViews((views) => withView(views, { name: 'April', address: '#/' }));
  const views: SavedView[] = [
    { name: 'April', address: '#/' },
    { name: 'Spring ads', address: '#/?tag=hero' },
  ];
  expect(stored()).toMatchObject({ state: { views } });
});

test('what another tab has stored meanwhile stays', () => {
  changeViews((views) => withView(views, { name: 'Mine', address: '#/' }));
  const theirs = { name: 'Theirs', address: '#/?sort=state' };
  localStorage.setItem('rushes-views', JSON.stringify({ state: { views: [theirs] }, version: 0 }));
  changeViews((views) => withView(views, { name: 'New', address: '#/' }));
  expect(stored()).toMatchObject({ state: { views: [{ name: 'New' }, { name: 'Theirs' }] } });
});

test('whatever is stored is read as views, bounded, and read the same again', () => {
  const view = fc.record({ name: fc.string({ maxLength: 80 }), address: fc.string() });
  const any = fc.oneof(
    fc.anything(),
    fc.record({ views: fc.anything() }),
    fc.record({ views: fc.array(fc.oneof(view, fc.anything()), { maxLength: 70 }) }),
  );
  fc.assert(
    fc.property(any, (found) => {
      const views = readViews(found);
      expect(views.length).toBeLessThanOrEqual(50);
      expect(new Set(views.map(({ name }) => name)).size).toBe(views.length);
      for (const { address } of views) expect(addressOf(parseView(address))).toBe(address);
      expect(readViews({ views })).toEqual(views);
    }),
  );
});
