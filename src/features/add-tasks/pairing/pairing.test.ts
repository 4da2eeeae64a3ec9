import { describe, expect, it } from 'vitest';

import { pairingOf } from './pairing';
import { segmentsOf } from './test-text';

const NONE: ReadonlySet<string> = new Set();

/** `service: keys | tasks` for every service and every key that stands alone, and the tasks that nobody has. */
function paired(text: string, configured = NONE): string[] {
  const { clusters, loose } = pairingOf(segmentsOf(text), configured);
  const lines = clusters.map(({ address, secrets, tasks }) => {
    const keys = secrets.map(({ apiKey }) => apiKey).join(' ');
    const host = address?.base.replace('https://', '') ?? '?';
    return `${host}: ${keys} | ${tasks.map(({ taskId }) => taskId).join(' ')}`;
  });
  return [
    ...lines,
    ...loose.map(({ tasks }) => `loose: ${tasks.map((one) => one.taskId).join(' ')}`),
  ];
}

describe('one service in a text', () => {
  it('gets the key and the tasks, wherever they stand', () => {
    expect(paired('hi\n<key:k1>\n\n<id:t1>\n\nbase <named:a.test>\n<id:t2>')).toEqual([
      'a.test: k1 | t1 t2',
    ]);
  });

  it('gets only the key on its line if another stands apart', () => {
    expect(paired('North <key:k1> <link:a.test>\nAtlas <key:k2>\n<id:t1>')).toEqual([
      'a.test: k1 | ',
      '?: k2 | ',
      'loose: t1',
    ]);
  });

  it('may have several keys', () => {
    expect(paired('base <named:a.test>\nkey <key:k1>\nbackup <key:k2>\n<id:t1>')).toEqual([
      'a.test: k1 k2 | t1',
    ]);
  });

  it('is the one that is called so, not a link in prose', () => {
    expect(paired('see <link:blog.test>\nkey <key:k1>\nAPI <named:a.test>\n<id:t1>')).toEqual([
      'a.test: k1 | t1',
    ]);
  });

  it('is never chosen between two links in prose', () => {
    expect(paired('<link:a.test> and <link:b.test>\n\n<key:k1>\n\n<id:t1>')).toEqual([
      '?: k1 | t1',
    ]);
  });

  it('is the host’s own, before a link in prose', () => {
    const text = 'see <link:blog.test>\n\n<key:k1> <id:t1>';
    expect(paired(text, new Set(['https://a.test']))).toEqual(['?: k1 | t1']);
    expect(paired(text, new Set(['https://blog.test']))).toEqual(['blog.test: k1 | t1']);
  });
});

describe('several services in a text', () => {
  it('are told apart by line, as in a table', () => {
    expect(
      paired(
        '<key:k1> <link:a.test> <id:t1>\n<key:k2> <link:b.test> <id:t2>\n<key:k3> <link:c.test> <id:t3>',
      ),
    ).toEqual(['a.test: k1 | t1', 'b.test: k2 | t2', 'c.test: k3 | t3']);
  });

  it('are told apart by block', () => {
    expect(
      paired(
        'key <key:k1>\nbase <named:a.test>\n<id:t1>\n\nkey <key:k2>\nbase <named:b.test>\n<id:t2>',
      ),
    ).toEqual(['a.test: k1 | t1', 'b.test: k2 | t2']);
  });

  it('are told apart where key and address take turns', () => {
    expect(paired('<named:a.test>\n<key:k1>\n<id:t1>\n<named:b.test>\n<key:k2>\n<id:t2>')).toEqual([
      'a.test: k1 | t1',
      'b.test: k2 | t2',
    ]);
  });

  it('leave a key alone that stands alone, and its tasks too', () => {
    expect(
      paired(
        'N <key:k1> <look:a.test/v1>\nL <key:k2> <link:b.test>\nA <key:k3>\n\n<id:task_1>\n<id:cgt-2>\n<link:c.test>',
      ),
    ).toEqual(['a.test: k1 | ', 'b.test: k2 | ', '?: k3 | ', 'loose: task_1', 'loose: cgt-2']);
  });

  it('do not get a key in exchange for another’s', () => {
    expect(paired('<named:a.test> <named:b.test>\n<key:k1>\n<key:k2>')).toEqual(
      expect.arrayContaining(['?: k1 | ', '?: k2 | ']),
    );
  });

  it('are asked about if a link beside a key competes with a service that is called one', () => {
    expect(paired('<key:k1> see <link:blog.test>\nAPI <named:a.test>\n<id:t1>')).toContain(
      '?: k1 | t1',
    );
  });

  it('have the tasks of their look-up addresses without any key', () => {
    expect(paired('<look:a.test/v1/videos/><id:t1>\n<look:b.test/v1/videos/><id:t2>')).toEqual(
      ['a.test: | t1', 'b.test: | t2'].map((line) => line.replace(': |', ':  |')),
    );
  });

  it('share nothing: a task below one heading is not the next one’s', () => {
    expect(
      paired(
        'A <key:k1> <look:a.test>\n<id:t1>\n\n<id:t2>\n\nB <key:k2> <look:b.test>\n<id:t3>\n\n<id:t4>',
      ),
    ).toEqual(['a.test: k1 | t1 t2', 'b.test: k2 | t3 t4']);
  });
});

it('names the links that get no key, once each', () => {
  const { links } = pairingOf(segmentsOf('<page:https://r.test> <page:https://r.test/x>'), NONE);
  expect(links).toEqual([{ host: 'r.test', reason: 'own-page' }]);
});
