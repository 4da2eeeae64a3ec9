// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import { isKeyRefused, type LookUpProblem } from '~/core/task';
import type { Gateway } from '~/engine/gateway/gateway';

import { GOOD, missing, OTHER, refused, running, start } from './test-engine';

const MINUTE = 60_000;
const closed = {
  status: 403,
  body: {
    error: { message: 'This token has no access to model sora-2', code: 'model_not_allowed' },
  },
};

/** Every refusal is said to be about this. */
const about =
  (what: NonNullable<LookUpProblem['about']>) =>
  (gateway: Gateway): Gateway => ({
    ...gateway,
    lookUp: async (options) => {
      const found = await gateway.lookUp(options);
      if (!('problem' in found) || found.problem.kind !== 'auth') return found;
      return { ...found, problem: { ...found.problem, about: what } };
    },
  });

const ids = Array.from({ length: 8 }, (_, index) => `video_${index}`);

describe('a refusal about one model, one task or the credit', () => {
  it.each(['model', 'task', 'credit'] as const)(
    'never stops the key, even where every task meets it (%s)',
    async (what) => {
      const { engine, clock, add, answer } = await start(() => closed, about(what));
      await add(ids);
      await clock.advance(10 * MINUTE);
      expect(engine.connections.getState().needKey.size).toBe(0);
      for (const id of ids) expect(answer(id).problem).toMatchObject({ kind: 'auth', about: what });
    },
  );

  it('is asked about again, ever more seldom, and ends when the model is allowed', async () => {
    let allowed = false;
    const { clock, add, answer, timesAsked } = await start(
      () => (allowed ? running : closed),
      about('model'),
    );
    await add(['video_0']);
    await clock.advance(5 * MINUTE);
    const early = timesAsked('video_0');
    expect(early).toBeGreaterThan(3);
    await clock.advance(5 * MINUTE);
    expect(timesAsked('video_0') - early).toBeLessThan(early);
    allowed = true;
    await clock.advance(5 * MINUTE);
    expect(answer('video_0')).toMatchObject({ problem: null, task: { state: 'running' } });
  });

  it('leads to another key at once when one is added', async () => {
    const { clock, add, answer } = await start(
      (_, key) => (key === OTHER ? running : closed),
      about('model'),
    );
    await add(['video_0']);
    await clock.advance(10 * MINUTE);
    await add([], [OTHER]);
    await clock.advance(3000);
    expect(answer('video_0')).toMatchObject({ problem: null, task: { state: 'running' } });
  });

  it('outweighs that another key does not know the task, because it names the reason', async () => {
    const { clock, add, answer } = await start(
      (_, key) => (key === GOOD ? missing : closed),
      about('model'),
    );
    await add(['video_0'], [GOOD, OTHER]);
    await clock.advance(3000);
    expect(answer('video_0').problem).toMatchObject({ kind: 'auth', about: 'model' });
  });
});

describe('a refusal about which nobody says what it is about', () => {
  it.each([
    { order: ['bad', 'good_1', 'good_2'], asked: 'first' },
    { order: ['good_1', 'good_2', 'bad'], asked: 'last' },
  ])(
    'is about the task where its neighbours are accepted, also when asked $asked',
    async ({ order }) => {
      const { engine, clock, add, answer, timesAsked } = await start((id) =>
        id === 'bad' ? refused : running,
      );
      await add(order);
      await clock.advance(3 * MINUTE);
      expect(engine.connections.getState().needKey.size).toBe(0);
      expect(answer('bad').problem).toMatchObject({ kind: 'auth', about: 'task' });
      expect(answer('bad').nextAt).not.toBeNull();
      expect(timesAsked('bad')).toBeGreaterThan(2);
      expect(answer('good_1').problem).toBeNull();
    },
  );

  it('becomes one about the key when the neighbours are refused too', async () => {
    let withdrawn = false;
    const { engine, clock, add, answer } = await start(() => (withdrawn ? refused : running));
    await add(ids.slice(0, 4));
    await clock.advance(MINUTE);
    withdrawn = true;
    await clock.advance(10 * MINUTE);
    expect(engine.connections.getState().needKey.size).toBe(1);
    const problems = ids.slice(0, 4).flatMap((id) => answer(id).problem ?? []);
    expect(problems.some(isKeyRefused)).toBe(true);
  });

  it('passes by itself', async () => {
    let bad = true;
    const { clock, add, answer } = await start((id) => (id === 'bad' && bad ? refused : running));
    await add(['good_1', 'bad']);
    await clock.advance(MINUTE);
    bad = false;
    await clock.advance(3 * MINUTE);
    expect(answer('bad')).toMatchObject({ problem: null, task: { state: 'running' } });
  });
});
