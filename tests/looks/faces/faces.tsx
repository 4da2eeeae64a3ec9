import { createRoot } from 'react-dom/client';

import '~/app/app.css';
import { refKey, type Answer } from '~/core/answer';
import { FAILURE_KINDS, type FailureKind } from '~/core/failure';
import { PROBLEM_KINDS, type LookUpProblem } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { followLocale } from '~/app/follow-locale';
import { followTheme } from '~/app/follow-theme';
import { EngineContext } from '~/engine/use-engine';
import { TaskCard } from '~/task-view/card/task-card';

import { aBoard } from '../../board';
import { anAnswer, aTracked } from '../../builders';

type Cards = [TrackedTask, Answer][];

const now = Date.now();
const prompt = 'A red fox runs through snow at dawn, slow motion';
/** What a service may say, long and in another language, so that the fold is seen to hold. */
const WORDS = 'Trace 7f3e-0aa1, 请联系管理员. '.repeat(6);

/** One reason of each kind, in a service's words. */
const REASONS = {
  moderation_prompt: 'Your prompt was blocked by our content policy.',
  moderation_image: 'The input image was rejected: unsafe content.',
  moderation_result: 'The generated video was blocked by moderation.',
  likeness: 'The request may show the likeness of a real person.',
  quota: '余额不足，请充值',
  overload: 'Our servers are under heavy load, try again later.',
  timeout: 'Generation timed out after 1200 s',
  expired: 'The task has expired.',
  closed_model: 'The model sora-2-pro is not available for this account.',
  unknown: 'E_1042 <b>bad</b> \u202Eesrever',
} as const satisfies Record<FailureKind, string>;

/** What services say when they refuse a look-up. */
const REFUSALS = {
  auth: { about: 'key', message: 'Incorrect API key provided: sk-…', httpStatus: 401 },
  model: { about: 'model', message: 'This token has no access to model sora-2', httpStatus: 403 },
  task: { about: 'task', message: '无权查看该任务：它属于其他账户', httpStatus: 403 },
  credit: { about: 'credit', message: '用户额度不足, 剩余额度: ¥0.00', httpStatus: 403 },
  long: { about: 'model', message: WORDS, httpStatus: 403 },
  short: {
    kind: 'other',
    message: 'Parameter "group" must be one of default, vip or pro.',
    httpStatus: 400,
  },
  relay: { kind: 'network', wants: 'relay' },
  'secure-address': { kind: 'network', wants: 'secure-address' },
  other: { kind: 'other_task', message: 'task_01k7zz9qhrff09dkkqjrzabc77', httpStatus: 200 },
} as const satisfies Record<string, Partial<LookUpProblem>>;

/** The board's own, which fits its columns to the window by script. */
const GRID = {
  display: 'grid',
  gap: 20,
  gridTemplateColumns: 'repeat(auto-fill, minmax(290px, 1fr))',
};

followTheme();
await followLocale(null);
draw();

function draw(): void {
  const sections: [string, Cards][] = [
    ['Problems, nothing known yet', PROBLEM_KINDS.map((kind) => problem(kind, false))],
    ['Problems, with the last good state', PROBLEM_KINDS.map((kind) => problem(kind, true))],
    [
      'Refusals, in the service’s own words',
      Object.entries(REFUSALS).flatMap(([name, said]) => [
        refusal(`${name}-new`, said, false),
        refusal(`${name}-known`, said, true),
      ]),
    ],
    ['States nobody knows, and a video that is none', oddities()],
    ['Failures', [...FAILURE_KINDS.map(failure), emptyFailure()]],
  ];
  const board = aBoard(sections.flatMap(([, cards]) => cards));
  const element = document.querySelector('#root');
  if (!element) throw new Error('No #root');
  createRoot(element).render(
    <EngineContext value={board.engine}>
      <main style={{ padding: 24 }}>
        {sections.map(([title, cards]) => (
          <section key={title} aria-label={title}>
            <h1 style={{ fontWeight: 600, padding: '16px 0' }}>{title}</h1>
            <div style={GRID}>
              {cards.map(([tracked]) => (
                <TaskCard key={tracked.taskId} taskKey={refKey(tracked)} />
              ))}
            </div>
          </section>
        ))}
      </main>
    </EngineContext>,
  );
}

function problem(kind: (typeof PROBLEM_KINDS)[number], withTask: boolean): Cards[number] {
  const known = withTask ? { state: 'running', progress: 40, prompt } : null;
  const waits = kind === 'auth' || kind === 'not_found' || kind === 'wrong_base';
  return [
    aTracked({ taskId: `${kind}-${withTask}`, addedAt: now - 90_000 }),
    anAnswer(known && { ...known, state: 'running' }, {
      askedAt: now - 8000,
      answeredAt: withTask ? now - 40_000 : null,
      nextAt: waits ? null : now + 12_000,
      problem: { kind, message: WORDS, httpStatus: null, retryAfterMs: null },
    }),
  ];
}

function refusal(taskId: string, said: Partial<LookUpProblem>, withTask: boolean): Cards[number] {
  const [, answer] = problem('auth', withTask);
  const met = {
    kind: 'auth',
    message: null,
    httpStatus: null,
    retryAfterMs: null,
    ...said,
  } as const;
  const nextAt = said.about === 'key' ? null : now + 12_000;
  return [aTracked({ taskId, addedAt: now - 90_000 }), { ...answer, nextAt, problem: met }];
}

function oddities(): Cards {
  const asked = { askedAt: now - 8000, answeredAt: now - 8000, nextAt: now + 12_000 };
  const tracked = (taskId: string) => aTracked({ taskId, addedAt: now - 90_000, seenAt: now });
  const bare = { state: 'completed', prompt, video: { kind: 'content' } } as const;
  return [
    [tracked('state-4'), anAnswer({ state: 'unknown', statusWord: '4', prompt }, asked)],
    [tracked('state-none'), anAnswer({ state: 'unknown', prompt }, asked)],
    [tracked('no-video'), anAnswer(bare, { ...asked, nextAt: null, content: 'refused' })],
    [tracked('with-video'), anAnswer(bare, { ...asked, nextAt: null, content: 'video' })],
  ];
}

function emptyFailure(): Cards[number] {
  const said = {
    code: null,
    message: 'Video generation failed',
    kind: 'unknown',
    empty: true,
  } as const;
  return [
    aTracked({ taskId: 'failed-empty', addedAt: now - 90_000, seenAt: now }),
    anAnswer({ state: 'failed', prompt, failure: said }, { askedAt: now - 8000 }),
  ];
}

function failure(kind: FailureKind): Cards[number] {
  return [
    aTracked({ taskId: `failed-${kind}`, addedAt: now - 90_000, seenAt: now }),
    anAnswer(
      {
        state: 'failed',
        prompt,
        failure: { code: null, message: `${REASONS[kind]} ${WORDS}`, kind },
      },
      { askedAt: now - 8000, answeredAt: now - 8000 },
    ),
  ];
}
