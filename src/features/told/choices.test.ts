// @vitest-environment happy-dom
import { expect, it } from 'vitest';

import { mute, readChoices, tellChoices, unmute } from './choices';

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
