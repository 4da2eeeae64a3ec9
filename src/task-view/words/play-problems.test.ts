import { describe, expect, it } from 'vitest';

import { VIDEO_PROBLEMS, type VideoProblem } from '~/core/video';
import { translate } from '~/i18n/i18n';

import { playTroubleOf, playWords } from './play-problems';

const NOW = 1_000_000;
const LINK = 'https://cdn.test/a.mp4';

function trouble(reason: VideoProblem, video: Partial<Parameters<typeof playTroubleOf>[1]> = {}) {
  const known = { link: null, expiresAt: null, teamKey: false, ...video };
  return playTroubleOf({ kind: 'problem', reason }, known, NOW);
}

describe('a video that does not play', () => {
  it.each(VIDEO_PROBLEMS)('has words and something that helps, whatever it is (%s)', (reason) => {
    const met = trouble(reason);
    const { title, text } = playWords(met, translate);
    expect(title).not.toContain('player.');
    expect(text).toMatch(/\.$/);
    expect(met.help.length).toBeGreaterThan(0);
  });

  it('has expired where the site says nothing and the link’s own time is over', () => {
    expect(trouble('blocked', { expiresAt: NOW }).problem.reason).toBe('expired');
    expect(trouble('blocked', { expiresAt: NOW + 1 }).problem.reason).toBe('blocked');
    expect(trouble('unreachable', { expiresAt: NOW }).problem.reason).toBe('unreachable');
  });

  it('may be opened in a tab of its own where there is a link', () => {
    expect(trouble('blocked', { link: LINK }).help).toEqual(['again', 'open-tab']);
    expect(trouble('blocked').help).toEqual(['again']);
  });

  it('is loaded all the same where it is only large', () => {
    expect(trouble('large').help).toEqual(['load-anyway']);
  });

  it('wants another key where it was refused', () => {
    expect(trouble('auth')).toMatchObject({ shutOut: false, help: ['change-key', 'again'] });
  });

  it('wants a sign-in instead where a relay adds the key', () => {
    const met = trouble('auth', { teamKey: true });
    expect(met).toMatchObject({ shutOut: true, help: ['sign-in', 'again'] });
    expect(playWords(met, translate).title).toBe(translate('problems.not_let_in.title'));
    expect(trouble('no_key', { teamKey: true })).toMatchObject({
      shutOut: false,
      help: ['sign-in', 'again'],
    });
  });
});
