// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import { describe, expect, it } from 'vitest';

import type { AuthScheme, StoredScheme } from '~/core/auth-scheme';

import { createBus } from '~/engine/bus';
import { createAuthSchemes } from './auth-schemes';
import { BASE, GOOD, OTHER, start } from '~/engine/test-engine';

const FAL = 'https://queue.fal.run';

function schemes(configured: AuthScheme | null = null, remembered: [string, StoredScheme][] = []) {
  const kept: [string, StoredScheme][] = [];
  const changed: string[] = [];
  const bus = createBus();
  bus.on('scheme', ({ base, stored }, from) => void (from === 'here' && kept.push([base, stored])));
  bus.on('new-scheme', ({ base }) => void changed.push(base));
  const all = createAuthSchemes({
    remembered,
    configured: () => configured,
    bus,
  });
  const accept = (base: string, stored: StoredScheme): void =>
    bus.emit({ type: 'scheme', base, stored }, 'elsewhere');
  return { ...all, accept, kept, changed };
}

describe('a service is sent its key', () => {
  it('as its host is known to want it, unless somebody says otherwise', () => {
    expect(schemes().schemeOf(FAL)).toBeNull();
  });

  it('as pasted text shows', () => {
    const { schemeOf, set } = schemes();
    expect(schemeOf(FAL, 'x-api-key')).toBe('x-api-key');
    set(FAL, 'x-api-key', 'pasted');
    expect(schemeOf(FAL)).toBe('x-api-key');
  });

  it('as an admin says, rather than as pasted text shows', () => {
    const { schemeOf, set } = schemes('api-key');
    set(BASE, 'key', 'pasted');
    expect(schemeOf(BASE, 'x-api-key')).toBe('api-key');
  });

  it('as a person chose, whatever else says', () => {
    const { schemeOf, set, kept } = schemes('api-key');
    set(BASE, 'key', 'person');
    set(BASE, 'x-goog-api-key', 'pasted');
    expect(schemeOf(BASE, 'x-api-key')).toBe('key');
    expect(kept).toEqual([[BASE, { scheme: 'key', by: 'person' }]]);
  });

  it('as remembered, and tells of changes alone', () => {
    const { schemeOf, set, accept, changed } = schemes(null, [
      [BASE, { scheme: 'key', by: 'pasted' }],
    ]);
    expect(schemeOf(BASE)).toBe('key');
    set(BASE, 'key', 'person');
    expect(changed).toEqual([]);
    accept(BASE, { scheme: 'x-api-key', by: 'person' });
    expect(changed).toEqual([BASE]);
  });
});

/** Wants its key in x-api-key and says so, as a real server did. */
const WANTS_X = {
  status: 401,
  body: { error: { message: 'Missing API key: x-api-key header is required' } },
};
const queued = { body: { status: 'queued' } };

describe('a service that wants its key another way', () => {
  it('is not asked again and again, nor with another key, and no key loses its place', async () => {
    const { engine, add, answer, asked, clock } = await start(() => WANTS_X);
    const ids = Array.from({ length: 60 }, (_, index) => `v${index}`);
    await add(ids, [GOOD, OTHER]);
    await clock.advance(60 * 60_000);
    // Those on their way when the first answer came.
    expect(asked.length).toBeLessThanOrEqual(10);
    expect(new Set(asked.map(({ key }) => key)).size).toBe(1);
    for (const id of ids)
      expect(answer(id).problem).toMatchObject({ kind: 'auth', wants: 'another-scheme' });
    expect(answer('v1').problem?.message).toBe(WANTS_X.body.error.message);
    expect(engine.connections.getState().needKey.size).toBe(0);
    const before = asked.length;
    engine.checkNow([`${BASE} v1`]);
    await clock.advance(1000);
    expect(asked).toHaveLength(before + 1);
  });

  it('is asked again at once in the way that the person chose, which is stored', async () => {
    const { engine, add, answer, asked, clock, rows } = await start((_id, key) =>
      key.startsWith('x ') ? queued : WANTS_X,
    );
    await add(['v1', 'v2']);
    await clock.advance(1000);
    engine.setScheme(BASE, 'x-api-key');
    await clock.advance(1000);
    expect(asked.map(({ key }) => key)).toEqual([GOOD, `x ${GOOD}`, `x ${GOOD}`]);
    expect(answer('v1')).toMatchObject({ problem: null, task: { state: 'queued' } });
    expect(answer('v2').problem).toBeNull();
    expect((await rows.load()).schemes).toEqual([[BASE, { scheme: 'x-api-key', by: 'person' }]]);
  });

  it('is asked in the way that the pasted text shows, from the first look-up on', async () => {
    const { engine, asked, clock } = await start(() => queued);
    await engine.add({
      base: BASE,
      keys: [GOOD],
      keep: 'tab',
      scheme: 'x-api-key',
      tasks: [{ taskId: 'v1', label: null }],
      batch: null,
    });
    await clock.advance(1000);
    expect(asked.map(({ key }) => key)).toEqual([`x ${GOOD}`]);
  });

  it('gives a refused key another chance: it may have been judged for how it came', async () => {
    const { engine, add, asked, clock } = await start((_id, key) =>
      key.startsWith('x ') ? queued : { status: 401, body: { error: { message: 'Unauthorized' } } },
    );
    await add(['v1']);
    await clock.advance(1000);
    expect([...engine.connections.getState().needKey.values()]).toEqual(['refused']);
    engine.setScheme(BASE, 'x-api-key');
    await clock.advance(1000);
    expect(engine.connections.getState().needKey.size).toBe(0);
    expect(asked.at(-1)?.key).toBe(`x ${GOOD}`);
  });
});

describe('a key that no header can carry', () => {
  it('is sent to nobody, says why, and is not called refused', async () => {
    const { engine, add, answer, asked, clock } = await start(() => queued);
    await add(['v1', 'v2'], ['sk-1234\n567890']);
    await clock.advance(60_000);
    expect(asked).toEqual([]);
    expect(answer('v1').problem).toMatchObject({ kind: 'auth', wants: 'plain-key' });
    expect(engine.connections.getState().needKey.size).toBe(0);
  });
});
