import { describe, expect, it } from 'vitest';

import { refKey } from '~/core/answer';

import { pairingOf } from './pairing';
import { planOf, type Known, type Said } from './plan';
import { segmentsOf } from './test-text';

const A = 'https://a.test';
const B = 'https://b.test';
const OPEN: Known = {
  services: [],
  otherAddresses: true,
  used: [],
  homeOf: () => null,
  tracked: new Set(),
};
const NOTHING: Said = { services: new Map(), keys: new Map() };

/** Where the keys and tasks of a text go, and what is asked. */
function plan(text: string, known: Partial<Known> = {}, said: Partial<Said> = {}) {
  const all = { ...OPEN, ...known };
  const pairing = pairingOf(segmentsOf(text), new Set(all.services.map(({ base }) => base)));
  const { routes, questions } = planOf(pairing, all, { ...NOTHING, ...said });
  return {
    routes: routes.map(({ address, key, tasks }) => ({
      base: address.base,
      key: key.kind === 'pasted' ? key.secrets.map(({ apiKey }) => apiKey).join(' ') : key.kind,
      tasks: tasks.map(({ taskId }) => taskId).join(' '),
    })),
    questions: questions.map(({ secret, candidates }) => [secret?.apiKey ?? null, candidates]),
  };
}

describe('a pasted key without an address', () => {
  it('is asked about, even if a service was used before', () => {
    const used = [{ base: A, hints: ['sk-…1'] }];
    expect(plan('<key:k1> <id:t1>', { used })).toEqual({ routes: [], questions: [['k1', [A]]] });
  });

  it('goes to the host’s only service', () => {
    const known = { services: [{ base: A }], otherAddresses: false };
    expect(plan('<key:k1> <id:t1>', known).routes).toEqual([{ base: A, key: 'k1', tasks: 't1' }]);
  });

  it('is asked about if the host has two', () => {
    const known = { services: [{ base: A }, { base: B }], otherAddresses: false };
    expect(plan('<key:k1> <id:t1>', known)).toEqual({ routes: [], questions: [['k1', [A, B]]] });
  });

  it('is not for a service whose key the relay adds, if it may be for another', () => {
    const known = { services: [{ base: A, teamKey: true }] };
    expect(plan('<key:k1> <id:t1>', known).questions).toEqual([['k1', [A]]]);
  });

  it('goes where this browser has it already', () => {
    const homeOf = (apiKey: string): string | null => (apiKey === 'k1' ? B : null);
    expect(plan('<key:k1> <id:t1>', { homeOf }).routes).toEqual([
      { base: B, key: 'k1', tasks: 't1' },
    ]);
  });

  it('goes where the person says', () => {
    const services = new Map([['key k1', { base: B, path: null }]]);
    expect(plan('<key:k1> <id:t1>', {}, { services }).routes).toEqual([
      { base: B, key: 'k1', tasks: 't1' },
    ]);
  });

  it('waits while an address is still being typed, whatever the text says', () => {
    const services = new Map([[A, null]]);
    expect(plan('<key:k1> <named:a.test> <id:t1>', {}, { services }).routes).toEqual([]);
  });
});

describe('ids alone', () => {
  it('use a service that has a key, and send no new one', () => {
    const used = [
      { base: A, hints: [] },
      { base: B, hints: ['sk-…2'] },
    ];
    expect(plan('<id:t1>', { used }).routes).toEqual([{ base: B, key: 'known', tasks: 't1' }]);
  });

  it('use the team’s key', () => {
    const services = [{ base: A }, { base: B, teamKey: true }];
    expect(plan('<id:t1>', { services }).routes).toEqual([{ base: B, key: 'team', tasks: 't1' }]);
  });

  it('are asked about where no service is known', () => {
    expect(plan('<id:t1>').questions).toEqual([[null, []]]);
  });

  it('that are on the board already are not added again', () => {
    const tracked = new Set([refKey({ base: A, taskId: 't1' })]);
    const known = { services: [{ base: A, teamKey: true }], tracked };
    expect(plan('<id:t1> <id:t2>', known).routes).toEqual([{ base: A, key: 'team', tasks: 't2' }]);
  });
});

describe('a question', () => {
  it('offers first the addresses that nobody has a key for', () => {
    const text = '<key:k1> <look:a.test>\n<key:k2>\n\n<link:b.test>';
    expect(plan(text).questions).toEqual([['k2', [B, A]]]);
  });

  it('offers only the host’s services if no others are allowed', () => {
    const known = { services: [{ base: A }, { base: B }], otherAddresses: false };
    expect(plan('<link:x.test>\n\n<link:y.test>\n\n<key:k1>', known).questions).toEqual([
      ['k1', [A, B]],
    ]);
  });
});

it('gives tasks that stood alone the key that the text gives to their service, once that is chosen', () => {
  const services = new Map([['tasks ', { base: A, path: null }]]);
  const text = `<named:${A}> <key:k1>\n<named:${B}> <key:k2>\n\n<id:t1>`;
  expect(plan(text, {}, { services }).routes).toContainEqual({ base: A, key: 'k1', tasks: 't1' });
});
