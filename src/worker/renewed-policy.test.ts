import { describe, expect, it } from 'vitest';

import { renewedPolicy } from './renewed-policy';

const policy = (hosts: string, scripts = "'self'"): string =>
  `default-src 'none'; script-src ${scripts}; connect-src 'self'${hosts}; img-src 'self'${hosts}; ` +
  `media-src 'self'${hosts}; trusted-types rushes`;
const OPEN = policy(' https:');
const CLOSED = policy('');
const STUDIO = policy(' https://studio.example.com');

describe('a page in memory', () => {
  it.each([
    [OPEN, CLOSED],
    [CLOSED, OPEN],
    [CLOSED, STUDIO],
    [STUDIO, OPEN],
  ])('takes over whom it may ask', (before, now) => {
    expect(renewedPolicy(before, now)).toBe(now);
  });

  it.each([
    ['nothing has changed', CLOSED],
    ['the host sends none', null],
    ['a sign-in stands in its place', "default-src 'none'; style-src 'unsafe-inline'"],
    ['it is that of another version', policy(' https:').replace('rushes', 'dailies')],
    ['other scripts may run', policy('', "'self' 'nonce-7'")],
  ])('keeps its policy where %s', (_, now) => {
    expect(renewedPolicy(CLOSED, now)).toBeNull();
  });
});
