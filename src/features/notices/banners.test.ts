import { describe, expect, it } from 'vitest';

import type { EngineStatus } from '~/engine/state';

import { bannerFacts } from './banners';

const FINE: EngineStatus = {
  leading: true,
  online: true,
  paused: false,
  stuck: false,
  feeds: [],
  storage: 'ok',
};

const crowd = { tasks: 45, turnMs: 50_000 };
const said = (change: Partial<EngineStatus>) =>
  bannerFacts({ ...FINE, ...change }, [], new Map(), crowd).map(({ kind }) => kind);

it('says that the code of look-ups did not come, unless being offline or paused says enough', () => {
  expect(said({ stuck: true })).toEqual(['stuck']);
  expect(said({ stuck: true, online: false })).toEqual(['offline']);
  expect(said({ stuck: true, paused: true })).toEqual(['paused']);
});

describe('a crowd of tasks on one key', () => {
  it('is spoken of while look-ups are made', () => {
    expect(bannerFacts(FINE, [], new Map(), crowd)).toEqual([{ kind: 'crowd', ...crowd }]);
    expect(bannerFacts(FINE, [], new Map(), null)).toEqual([]);
  });

  it('is not the reason where none are', () => {
    expect(said({ paused: true })).toEqual(['paused']);
    expect(said({ online: false })).toEqual(['offline']);
  });
});
