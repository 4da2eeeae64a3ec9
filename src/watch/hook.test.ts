import { expect, test } from 'vitest';

import { createTestClock } from '~test/clock';

import { createHook, PACE, type HookOutcome } from './hook';

const URL_OF_HOOK = 'https://chat.test/T0k3n';

function hookThat(answer: (body: string) => Response | Promise<Response>, saysInBody = false) {
  const { now, timers, advance } = createTestClock();
  const sent: string[] = [];
  const outcomes: HookOutcome[] = [];
  const hook = createHook({
    url: URL_OF_HOOK,
    fetch: async (input, init) => {
      expect(input).toBe(URL_OF_HOOK);
      expect(init).toMatchObject({ method: 'POST', redirect: 'manual' });
      const body = init?.body;
      if (typeof body !== 'string') throw new TypeError('No text');
      sent.push(body);
      return answer(body);
    },
    timers,
    now,
    pace: PACE,
    saysInBody,
    sign: async (request) => request,
    onOutcome: (outcome) => outcomes.push(outcome),
  });
  return { hook, sent, outcomes, advance };
}

test('messages go one after another', async () => {
  const { hook, sent, outcomes, advance } = hookThat(() => new Response('ok'));
  for (const body of ['1', '2', '3']) hook.send(body);
  await advance(10);
  expect(sent).toEqual(['1', '2', '3']);
  expect(outcomes).toEqual([{ type: 'sent' }, { type: 'sent' }, { type: 'sent' }]);
});

test('one that fails is tried four times, later each time, before the next', async () => {
  const { hook, sent, outcomes, advance } = hookThat((body) =>
    body === 'bad' ? new Response('', { status: 503 }) : new Response('ok'),
  );
  hook.send('bad');
  hook.send('good');
  await advance(4_000);
  expect(sent).toEqual(['bad']);
  await advance(200_000);
  expect(sent).toEqual(['bad', 'bad', 'bad', 'bad', 'good']);
  expect(outcomes.slice(-2)).toEqual([{ type: 'given-up', status: 503 }, { type: 'sent' }]);
});

test('what a hook will never take is not tried again, nor sent where it leads', async () => {
  for (const status of [400, 404, 302]) {
    const { hook, sent, outcomes, advance } = hookThat(() => new Response('', { status }));
    hook.send('1');
    await advance(200_000);
    expect(sent).toEqual(['1']);
    expect(outcomes).toEqual([{ type: 'given-up', status }]);
  }
});

test('a network that fails is tried again', async () => {
  const answers = [() => Promise.reject(new TypeError('fetch failed')), async () => new Response()];
  const { hook, outcomes, advance } = hookThat(async () => (await answers.shift()?.()) as Response);
  hook.send('1');
  await advance(6_000);
  expect(outcomes).toEqual([{ type: 'again', status: null }, { type: 'sent' }]);
});

test('chats that refuse in a 200 are heard; a program’s own codes mean nothing', async () => {
  const refused = () => Response.json({ errcode: 45009, errmsg: 'freq' });
  const chat = hookThat(refused, true);
  chat.hook.send('1');
  await chat.advance(1);
  expect(chat.outcomes).toEqual([{ type: 'again', status: 200 }]);
  const program = hookThat(refused);
  program.hook.send('1');
  await program.advance(1);
  expect(program.outcomes).toEqual([{ type: 'sent' }]);
});

test('no more go out in a minute than chats take, and no more wait than a hundred', async () => {
  const { hook, sent, outcomes, advance } = hookThat(() => new Response('ok'));
  for (let n = 1; n <= 110; n += 1) hook.send(String(n));
  await advance(59_000);
  expect(sent).toHaveLength(15);
  await advance(600_000);
  expect(sent).toHaveLength(100);
  expect(sent.slice(0, 2)).toEqual(['1', '12']);
  expect(outcomes.filter(({ type }) => type === 'left-out')).toHaveLength(10);
});
