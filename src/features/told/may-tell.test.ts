import { expect, it } from 'vitest';

import { mayTell } from './may-tell';

const page = { permission: 'default', isIos: false, isInstalled: false } as const;

it('a page may tell if the browser says so', () => {
  expect(mayTell(page)).toBe('ask');
  expect(mayTell({ ...page, permission: 'granted' })).toBe('yes');
  expect(mayTell({ ...page, permission: 'denied' })).toBe('blocked');
});

it('on an iPhone only once it is installed; where the browser knows no notices, never', () => {
  expect(mayTell({ ...page, permission: null, isIos: true })).toBe('install');
  expect(mayTell({ ...page, isIos: true, isInstalled: true })).toBe('ask');
  expect(mayTell({ ...page, permission: null })).toBe('never');
});
