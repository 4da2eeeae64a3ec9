// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { act, cleanup } from '@testing-library/react';
import { expect, test } from 'vitest';

import { NO_ANSWER, refKey, type Answer } from '~/core/answer';
import { PROBLEM_KINDS } from '~/core/task';
import { readAnswer } from '~/engine/gateway/read-answer';
import type { Reply } from '~/engine/gateway/reply';
import { mergeAnswer } from '~/engine/answers/merge-answer';
import { TaskCard } from '~/task-view/card/task-card';
import { problemWords } from '~/task-view/words/problems';
import { setLocale, translate } from '~/i18n/i18n';
import { LOCALES } from '~/i18n/locales';

import { seeded, type Random } from './bench/polling/random';
import { aBoard, renderOn } from './board';
import { aTracked } from './builders';
import { faultsOf } from './fuzz/inspect';
import { mutate } from './fuzz/mutate';
import { recordedReplies } from './fuzz/recorded';
import { SEED } from './properties';

/** How many answers: `npm run test:fuzz` tries 20 000. */
const RUNS = Number(process.env['RUNS'] ?? 400);
/** So many answers follow each other as one task's. */
const PER_TASK = 25;

const recorded = recordedReplies();
const tracked = aTracked({ taskId: 'video_fuzz' });

test(
  `${RUNS} answers with something wrong in them are read and drawn as harmless text (SEED=${SEED})`,
  { timeout: 20_000 + RUNS * 200 },
  async () => {
    for (let done = 0, seed = SEED; done < RUNS; done += PER_TASK, seed += 1) {
      // Seeds decide the language too, so that one task's answers alone can be repeated.
      await setLocale(LOCALES[seed % LOCALES.length] ?? 'en');
      const wrong = drawOneTask(seeded(seed), Math.min(PER_TASK, RUNS - done));
      expect(wrong, `repeat it with SEED=${seed} RUNS=${PER_TASK}`).toEqual([]);
    }
  },
);

test('what it looks for would be found', () => {
  const card = document.createElement('article');
  card.innerHTML =
    '<h2></h2><span>Brewing</span><p>NaN %</p><i onclick="x()"></i><a href="javascript:x">undefined</a><script></script>';
  expect(faultsOf(card, new Set(['Ready']))).toHaveLength(7);
  expect(faultsOf(null, new Set())).toHaveLength(1);
});

interface Wrong {
  faults: string[];
  status: number;
  body: string;
}

/** Lets a task's answers come one after the other, half of them to a card that is drawn anew. */
function drawOneTask(random: Random, count: number): Wrong[] {
  const board = aBoard([[tracked, NO_ANSWER]]);
  const card = () => renderOn(board, <TaskCard taskKey={refKey(tracked)} />);
  const words = stateWords();
  const wrong: Wrong[] = [];
  let answer = NO_ANSWER;
  let drawn = card();
  try {
    for (let left = count; left > 0; left -= 1) {
      const reply = aReply(random);
      const { status, body } = reply;
      try {
        answer = next(random.unit() < 0.5 ? NO_ANSWER : answer, reply, random);
        act(() => board.answer(tracked, answer));
        if (random.unit() < 0.5) {
          drawn.unmount();
          drawn = card();
        }
        const faults = faultsOf(drawn.container.querySelector('article'), words);
        if (faults.length > 0) wrong.push({ faults, status, body: body.slice(0, 2000) });
      } catch (error) {
        return [...wrong, { faults: [String(error)], status, body: body.slice(0, 2000) }];
      }
    }
    return wrong;
  } finally {
    cleanup();
    board.stop();
  }
}

function aReply(random: Random): Reply {
  const one = recorded[Math.floor(random.unit() * recorded.length)]!;
  const status = random.unit() < 0.9 ? one.status : [200, 401, 404, 429, 500][pickIndex(random)]!;
  return { ...one, status, body: mutate(one.body, random) };
}

/** What the card knows after this answer, with the next look-up planned or not. */
function next(before: Answer, reply: Reply, random: Random): Answer {
  const now = Date.now();
  const nextAt = random.unit() < 0.3 ? null : now + random.between(-1000, 120_000);
  return { ...mergeAnswer(before, readAnswer(reply), reply.body, now), nextAt };
}

function pickIndex(random: Random): number {
  return Math.floor(random.unit() * 5);
}

/** Every word the corner of a card may say, in the language of the moment. */
function stateWords(): ReadonlySet<string> {
  const faces = [
    'waiting',
    'running',
    'ready',
    'failed',
    'cancelled',
    'unclear',
    'unchecked',
  ] as const;
  const refusals = ['not_for_model', 'not_for_task', 'no_credit'] as const;
  return new Set([
    ...faces.map((face) => translate(`card.face.${face}`)),
    ...[...PROBLEM_KINDS, ...refusals].map((kind) => translate(problemWords(kind).pill)),
  ]);
}
