import { describe, expect, test } from 'vitest';

import { maskKeys, readMasked } from '~/features/add-tasks/form/secrets';
import { analyse } from '~/features/add-tasks/recognise/analyse';
import * as fc from '~test/properties';

import { OWN_PAGE, planFor, planOfSegments } from './test-plan';

/** A service as the text should be read. */
interface Service {
  host: string;
  key: string;
  tasks: string[];
}

const aKey = fc.stringMatching(/^sk-a7[A-Za-z0-9]{22}$/);
const aTask = fc.oneof(
  fc.stringMatching(/^task_[0-9a-f]{32}$/),
  fc.uuid().map((uuid) => `video_${uuid}`),
  fc.stringMatching(/^cgt-2025\d{10}-ab1cd$/),
);
const services = fc
  .uniqueArray(fc.tuple(aKey, fc.uniqueArray(aTask, { minLength: 1, maxLength: 3 })), {
    minLength: 2,
    maxLength: 4,
    selector: ([key]) => key,
  })
  .map((all) =>
    all.map(([key, tasks], index): Service => {
      const host = ['north.studio.test', 'api.atlas.test', 'gw.atlas.test', '10.1.2.3:8080'][index];
      return { host: host ?? '', key, tasks };
    }),
  );

/** How an address, a key and tasks are written; what a row leaves out is null. */
interface Row {
  address: string | null;
  key: string | null;
  tasks: string[];
}
type Lack = 'nothing' | 'key' | 'address';
const ADDRESSES = [
  (host: string) => `https://${host}`,
  (host: string) => `https://${host}/v1`,
  (host: string) => `base ${host}/v1`,
  (host: string) => `接口：https://${host}`,
];
const KEYS = [(key: string) => key, (key: string) => `key: ${key}`, (key: string) => `密钥 ${key}`];

const rowsOf = (all: Service[], lacking: readonly Lack[]): fc.Arbitrary<Row[]> =>
  fc
    .record({
      address: fc.constantFrom(...ADDRESSES),
      key: fc.constantFrom(...KEYS),
      // One of the services may lack something: a key without an address must not go to another's.
      lacks: fc.constantFrom(...lacking),
      order: fc.shuffledSubarray(all, { minLength: all.length, maxLength: all.length }),
    })
    .map(({ address, key, lacks, order }) =>
      order.map((one, index) => ({
        address: index === 0 && lacks === 'address' ? null : address(one.host),
        key: index === 0 && lacks === 'key' ? null : key(one.key),
        tasks: one.tasks,
      })),
    );

const cellsOf = ({ address, key, tasks }: Row, order: readonly number[]): string[] => {
  const parts = [address ?? '', key ?? '', tasks.join(' ')];
  return order.map((at) => parts[at] ?? '');
};
const LAYOUTS: Readonly<Record<string, (rows: Row[], order: number[]) => string>> = {
  lines: (rows, order) => rows.map((row) => cellsOf(row, order).join('  ')).join('\n'),
  blocks: (rows, order) =>
    rows.map((row) => cellsOf(row, order).filter(Boolean).join('\n')).join('\n\n'),
  sections: (rows, order) =>
    rows
      .map((row, at) => `${at + 1})\n${cellsOf(row, order).filter(Boolean).join('\n')}`)
      .join('\n'),
  table: (rows, order) =>
    [
      order.map((at) => ['service', 'key', 'task'][at]).join('\t'),
      ...rows.flatMap((row) =>
        row.tasks.map((task) => cellsOf({ ...row, tasks: [task] }, order).join('\t')),
      ),
    ].join('\n'),
  heap: (rows, order) =>
    order.flatMap((at) => rows.map((row) => cellsOf(row, order)[at])).join('\n'),
};

const text = fc.tuple(services, fc.constantFrom(...Object.keys(LAYOUTS))).chain(([all, layout]) =>
  fc
    .record({
      // In a heap, a further key may be a second one of the only service.
      rows: rowsOf(all, layout === 'heap' ? ['nothing', 'key'] : ['nothing', 'key', 'address']),
      order: fc.shuffledSubarray([0, 1, 2], { minLength: 3, maxLength: 3 }),
    })
    .map(({ rows, order }) => ({ all, pasted: LAYOUTS[layout]?.(rows, order) ?? '' })),
);

describe('keys and tasks of several services in one text', () => {
  test('never go to another service than their own, in any layout and order', () => {
    fc.assert(
      fc.property(text, ({ all, pasted }) => {
        for (const { address, key, tasks } of planFor(pasted).routes) {
          const own = all.find(({ host }) => address.base.endsWith(`//${host}`));
          const keys = key.kind === 'pasted' ? key.secrets.map(({ apiKey }) => apiKey) : [];
          expect([own?.key]).toEqual(expect.arrayContaining(keys));
          expect(own?.tasks).toEqual(expect.arrayContaining(tasks.map(({ taskId }) => taskId)));
        }
      }),
      fc.runs(400),
    );
  });

  test('are read alike once the keys are masked', () => {
    fc.assert(
      fc.property(text, ({ pasted }) => {
        const hints = { ownOrigin: OWN_PAGE };
        const { text: masked, secrets } = maskKeys(pasted, 0, new Map(), hints);
        expect(planOfSegments(readMasked(masked, secrets, hints).segments)).toEqual(
          planOfSegments(analyse(pasted, hints).segments),
        );
      }),
    );
  });
});
