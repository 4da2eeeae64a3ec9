// @vitest-environment happy-dom
import { afterEach, expect, it } from 'vitest';

import { chooseQuiet, mute, readChoices, tellChoices, unmute } from './choices';

afterEach(() => {
  localStorage.clear();
  tellChoices.setState(tellChoices.getInitialState(), true);
});

it('whatever is stored is read as choices, each on its own', () => {
  const usual = readChoices(null);
  for (const wrong of [undefined, 7, 'on', [], { on: 'yes', quiet: { from: '25:00' }, muted: {} }])
    expect(readChoices(wrong)).toEqual(usual);
  const muted = { key: 'batch b1', name: 'Friday set' };
  expect(
    readChoices({
      sound: true,
      quiet: { on: false, to: '07:30' },
      muted: [muted, null, { key: 1 }],
    }),
  ).toEqual({
    ...usual,
    sound: true,
    quiet: { on: false, from: '20:00', to: '07:30' },
    muted: [muted],
  });
});

it('a batch is muted once, until it is not', () => {
  const muted = { key: 'batch b1', name: 'Friday set' };
  mute(muted);
  mute({ ...muted, name: 'Saturday set' });
  expect(tellChoices.getState().muted).toEqual([{ ...muted, name: 'Saturday set' }]);
  unmute('batch b1');
  expect(tellChoices.getState().muted).toEqual([]);
});

it('what another tab has muted or chosen meanwhile stays', () => {
  const theirs = { key: 'batch b2', name: 'Theirs' };
  const state = { muted: [theirs], quiet: { on: true, from: '22:30', to: '08:00' } };
  const storeTheirs = (): void =>
    localStorage.setItem('rushes-tell', JSON.stringify({ state, version: 0 }));
  storeTheirs();
  const mine = { key: 'batch b1', name: 'Mine' };
  mute(mine);
  expect(tellChoices.getState().muted).toEqual([theirs, mine]);
  storeTheirs();
  chooseQuiet({ to: '09:00' });
  expect(tellChoices.getState().quiet).toEqual({ on: true, from: '22:30', to: '09:00' });
  storeTheirs();
  unmute('batch b1');
  expect(tellChoices.getState().muted).toEqual([theirs]);
});
