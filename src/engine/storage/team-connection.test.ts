// @vitest-environment happy-dom
import 'fake-indexeddb/auto';
import * as v from 'valibot';
import { describe, expect, it } from 'vitest';

import { BY_RELAY, type Connection } from '~/core/connection';
import { KEY_HEADER } from '~/core/key-header';
import { messageSchema } from '~/engine/tabs/messages';
import { BASE, OTHER, running, start } from '~/engine/test-engine';

import { connectionSchema, readRow, writeRow } from './schema';

/** The schema of the builds that know no kinds. */
const before = v.looseObject({
  id: v.pipe(v.string(), v.minLength(1)),
  base: v.string(),
  hint: v.string(),
  keep: v.picklist(['tab', 'device']),
  addedAt: v.number(),
});
const common = { id: 'c1', base: BASE, keep: 'device', addedAt: 1 } as const;
const own = { ...common, hint: 'sk-Vb3k…9f2c' };
const team = { ...common, hint: '' };

describe('a connection that the build before this one', () => {
  it.each([
    [own, 'own'],
    [team, 'team'],
    // It carries a kind along that it does not know, even when it gives the connection another key.
    [{ ...own, kind: 'team' }, 'own'],
    [{ ...team, kind: 'own' }, 'team'],
  ])('wrote as %j is read as of kind %s', (stored, kind) => {
    expect(readRow(connectionSchema, writeRow(stored))).toEqual({ ...stored, kind });
    const message = { type: 'key', connection: stored, sealed: null, keep: 'device' };
    expect(v.parse(messageSchema, message)).toHaveProperty('connection.kind', kind);
  });

  it.each<Connection>([
    { ...own, kind: 'own' },
    { ...common, kind: 'team', hint: '' },
  ])('reads is told apart there by its hint: %j', (connection) => {
    const read = v.parse(before, writeRow(connection).value);
    expect(read.hint === '').toBe(connection.kind === 'team');
  });

  it('cannot read, because a later build has other kinds, is left alone', () => {
    expect(readRow(connectionSchema, writeRow({ ...team, kind: 'passkey' }))).toBeNull();
  });
});

/** An engine with one task that a relay looks up; `sent` are the headers of all requests. */
async function withTeam() {
  const sent: string[] = [];
  const whole = await start(
    () => running,
    (gateway) => ({
      ...gateway,
      lookUp: (options) =>
        gateway.lookUp({
          ...options,
          fetch(input, init) {
            const { headers } = new Request(input, init);
            sent.push(...[...headers.keys()].map((name) => name.toLowerCase()));
            return options.fetch(input, init);
          },
        }),
    }),
  );
  const { engine, clock } = whole;
  const task = { taskId: 'video_1', label: null };
  const request = { base: BASE, keep: 'device', tasks: [task], batch: null } as const;
  await engine.add({ ...request, tasks: [task], keys: [BY_RELAY] });
  await clock.advance(5000);
  const connections = (): Connection[] => [...engine.connections.getState().connections.values()];
  return { ...whole, sent, connections };
}

describe('the team’s connection', () => {
  it('is looked up without a key in any header', async () => {
    const { answer, sent } = await withTeam();
    expect(answer('video_1').task?.state).toBe('running');
    expect(sent).toContain('x-requested-with');
    for (const { name } of Object.values(KEY_HEADER))
      expect(sent).not.toContain(name.toLowerCase());
  });

  it('is one for a service, however often tasks are added', async () => {
    const { engine, connections } = await withTeam();
    const tasks = [{ taskId: 'video_2', label: null }];
    await engine.add({ base: BASE, keys: [BY_RELAY], keep: 'device', tasks, batch: null });
    expect(connections()).toMatchObject([{ kind: 'team', hint: '' }]);
  });

  it('has no key to change or to forget, and none that a paste could find', async () => {
    const { engine, connections } = await withTeam();
    const [{ id } = { id: '' }] = connections();
    await engine.replaceKey(id, OTHER, 'tab');
    await engine.forgetKey(id);
    expect(connections()).toMatchObject([{ id, kind: 'team', hint: '' }]);
    expect(engine.serviceOfKey('the-team’s-key')).toBeNull();
    expect(engine.serviceOfKey(OTHER)).toBeNull();
  });
});
