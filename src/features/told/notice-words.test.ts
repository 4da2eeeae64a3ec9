import { describe, expect, it } from 'vitest';

import { parseView } from '~/address/view';
import type { Answer } from '~/core/answer';
import { FAILURE_KINDS } from '~/core/failure';
import type { TrackedTask } from '~/core/tracked';
import { translate } from '~/i18n/i18n';
import { anAnswer, aTracked } from '~test/builders';
import * as fc from '~test/properties';

import type { BatchEnd } from '~/engine/answers/batch-end';
import { addressOf, noticeWords } from './notice-words';

const friday = { by: 'batch', id: 'b1', name: 'Friday set' } as const;
const done: BatchEnd = { group: friday, at: 0, total: 12, ready: 12, failed: [], tookMs: null };

const failed = (task: Partial<TrackedTask>): TrackedTask => aTracked(task);
const stopped = (): Answer =>
  anAnswer({
    state: 'failed',
    failure: { message: 'POLICY <b>violation</b>', code: 'x', kind: 'moderation_prompt' },
  });
const words = (end: BatchEnd) => noticeWords(end, stopped, translate);

describe('a notice says', () => {
  it('how many are ready, and how long all of it took if that is known', () => {
    expect(words(done)).toEqual({ title: 'Friday set: 12 of 12 ready', body: '' });
    expect(words({ ...done, tookMs: 18 * 60_000 + 7000 }).body).toBe('All made in 18 min.');
  });

  it('what failed, by the person’s names and in the page’s words', () => {
    const shot = { shot: 'Founder portrait', label: 'take 2' };
    expect(words({ ...done, ready: 11, failed: [failed(shot)] })).toEqual({
      title: 'Friday set: 11 ready, 1 failed',
      body: 'Founder portrait, take 2: Stopped by the safety check',
    });
  });

  it('no more than three names', () => {
    const five = Array.from({ length: 5 }, (_, at) => failed({ label: `take ${at}` }));
    const { title, body } = words({ ...done, total: 5, ready: 0, failed: five });
    expect(title).toBe('Friday set: 5 of 5 failed');
    expect(body.split('\n')).toHaveLength(4);
    expect(body).toContain('and 2 more');
  });

  it('nothing of what was cancelled but that it is not ready', () => {
    expect(words({ ...done, ready: 11, tookMs: 60_000 })).toEqual({
      title: 'Friday set: 11 of 12 ready',
      body: '',
    });
  });

  it('no name where there is none', () => {
    expect(words({ ...done, group: { by: 'none', id: '', name: '' } }).title).toBe(
      '12 of 12 ready',
    );
  });

  it('nothing that a service wrote, and no long or treacherous name', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 300, unit: 'binary' }).map((text) => `\u202E${text}`),
        fc.constantFrom(...FAILURE_KINDS),
        (text, kind) => {
          const answer = anAnswer({
            state: 'failed',
            prompt: null,
            failure: { message: `said ${text}`, code: 'said-code', kind },
          });
          const end = {
            ...done,
            group: { ...friday, name: text },
            failed: [failed({ label: text })],
          };
          const said = noticeWords(end, () => answer, translate);
          expect(said.title.length).toBeLessThan(100);
          expect(said.body.length).toBeLessThan(140);
          expect(said.title + said.body).not.toMatch(/[\u202A-\u202E\u2066-\u2069]/);
          expect(said.body).not.toContain('said-code');
        },
      ),
      fc.runs(30),
    );
  });
});

it('a group is looked at by an address that says which it is', () => {
  expect(parseView(addressOf(friday)).filters).toEqual({ batch: ['b1'] });
  expect(parseView(addressOf({ by: 'shot', id: 'sh 1', name: 'SH 1' })).filters).toEqual({
    shot: ['sh 1'],
  });
  expect(parseView(addressOf({ by: 'none', id: '', name: '' })).filters).toEqual({ new: ['yes'] });
});
