import { expect, it } from 'vitest';

import { byUrgency, NOTICE_KINDS, type Notice } from './notice';

const notice = (kind: Notice['kind'], id = ''): Notice => ({ kind, id, title: kind, actions: [] });

it('puts what would be lost before what waits, and what is only told last', () => {
  const mixed = [notice('daily'), notice('paused'), notice('key'), notice('expiring')];
  expect(byUrgency(mixed).map(({ kind }) => kind)).toEqual(['expiring', 'key', 'paused', 'daily']);
  expect(byUrgency(NOTICE_KINDS.toReversed().map((kind) => notice(kind)))).toEqual(
    NOTICE_KINDS.map((kind) => notice(kind)),
  );
});

it('leaves notices of one kind in their order', () => {
  const keys = [notice('key', 'b'), notice('key', 'a')];
  expect(byUrgency(keys)).toEqual(keys);
});
