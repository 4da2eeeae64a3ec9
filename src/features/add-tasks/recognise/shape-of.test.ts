import { expect, it } from 'vitest';

import { shapeOf } from './shape-of';

const alike = (one: string, two: string): boolean => shapeOf(one) === shapeOf(two);

it('finds ids of one service alike, by beginning and length', () => {
  expect(
    alike('sora-2:task_01kcra8qrhb5dwgktwds04jba0', 'sora-2:task_01k8wpw2e17k8cxa6pvtdb1yjk'),
  ).toBe(true);
  expect(alike('veo3.1-fast:1770356394-8ib4DEC17b', 'veo3.1-fast:1770390269-JDBj6ebfii')).toBe(
    true,
  );
  expect(alike('806521449187344420', '806521450013638714')).toBe(true);
  expect(alike('task_01kcra8qrhb5dwgktwds04jba0', 'video_01kcra8qrhb5dwgktwds04jba')).toBe(false);
  expect(alike('task_01kcra8qrhb5dwgktwds04jba0', 'task_01kcra8')).toBe(false);
});

it('finds names alike by their first word, whatever its number', () => {
  expect(alike('take 1', 'take 12')).toBe(true);
  expect(alike('SH010 Lighthouse at dawn', 'SH020 Harbour fly-over')).toBe(true);
  expect(alike('第 1 条', '第 2 条')).toBe(true);
  expect(alike('take 1', 'Harbour 1')).toBe(false);
});
