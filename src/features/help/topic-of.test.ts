import { expect, test } from 'vitest';

import { FAILURE_KINDS } from '~/core/failure';
import { VIDEO_PROBLEMS } from '~/core/video';
import { HELP } from '~/engine/answers/trouble';
import { translate } from '~/i18n/i18n';
import type { Met } from '~/task-view/words/help-about';

import { metWords } from './met-words';
import { topicOf } from './topic-of';
import { HELP_TOPICS, TOPICS } from './topics';

const MET: readonly Met[] = [
  ...(Object.keys(HELP) as (keyof typeof HELP)[]).map((kind) => `trouble.${kind}` as const),
  ...FAILURE_KINDS.map((kind) => `failed.${kind}` as const),
  ...VIDEO_PROBLEMS.map((kind) => `play.${kind}` as const),
  'card.slow',
  'card.unclear',
  'card.noVideo',
];

test.each(MET)('whoever meets %s is led to a question', (met) => {
  expect(HELP_TOPICS).toContain(topicOf(met));
});

test.each(MET.filter((met) => !met.startsWith('card.')))(
  'what a card has no room to say of %s stands whole above the answer',
  (met) => {
    const words = metWords(met, translate);
    expect(words?.title).toMatch(/\w/);
    expect(words?.text).toMatch(/^[A-Z].*[.”]$/);
    // No value is missing in it.
    expect(`${words?.title} ${words?.text}`).not.toMatch(/ {2}|^ | $| \./);
  },
);

test('the look of a failed task tells the questions apart', () => {
  expect(topicOf('failed.moderation_prompt')).toBe('failed');
  expect(topicOf('failed.quota')).toBe('limits');
  expect(topicOf('failed.expired')).toBe('links');
});

test('a question is its own address', () => {
  expect(HELP_TOPICS.map(topicOf)).toEqual(HELP_TOPICS);
});

test.each(['', 'x', 'trouble.', 'trouble.toString', 'toString', '__proto__', 'auth'])(
  'what is neither is none: “%s”',
  (about) => expect(topicOf(about)).toBeNull(),
);

test('every question is the next one after another', () => {
  const next = new Set(HELP_TOPICS.flatMap((topic) => TOPICS[topic].see));
  // The first comes before all others, and the last after them.
  expect(HELP_TOPICS.filter((topic) => !next.has(topic) && topic !== 'others')).toEqual([]);
  for (const topic of HELP_TOPICS) expect(TOPICS[topic].see).not.toContain(topic);
});
