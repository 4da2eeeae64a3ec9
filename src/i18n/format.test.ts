// @vitest-environment happy-dom
import { afterEach, describe, expect, test } from 'vitest';

import {
  formatAgo,
  formatBytes,
  formatClock,
  formatDuration,
  formatMoment,
  formatNumber,
  formatPercent,
  formatRoughly,
  formatTime,
} from './format';
import { setLocale } from './i18n';

const S = 1000;
const MIN = 60 * S;
const H = 60 * MIN;
const NOW = new Date(2026, 10, 23, 14, 33).getTime();

afterEach(async () => setLocale('en'));

describe('in English', () => {
  test.each([
    [0, '0 s'],
    [400, '0 s'],
    [18 * S, '18 s'],
    [2 * MIN, '2 min'],
    [2 * MIN + 33 * S, '2 min 33 s'],
    [59 * MIN + 59.6 * S, '1 h'],
    [5 * H + 12 * MIN + 40 * S, '5 h 12 min'],
    [76 * H, '3 d 4 h'],
  ])('%d ms last %s', (ms, words) => {
    expect(formatDuration(ms)).toBe(words);
  });

  test.each([
    [0, '10 s'],
    [13 * S, '20 s'],
    [55 * S, '1 min'],
    [3 * MIN + 1, '4 min'],
    [5 * H + 11.5 * MIN, '5 h 12 min'],
  ])('%d ms are about %s', (ms, words) => {
    expect(formatRoughly(ms)).toBe(words);
  });

  test.each([
    [8, '0:08'],
    [130, '2:10'],
    [3723, '1:02:03'],
  ])('%d s read %s on a stopwatch', (seconds, words) => {
    expect(formatClock(seconds)).toBe(words);
  });

  test('a stopwatch may show tenths, which never round up', () => {
    expect(formatClock(3.89, true)).toBe('0:03.8');
  });

  test.each([
    [-5 * S, 'just now'],
    [9 * S, 'just now'],
    [27 * S, '20 s ago'],
    [5 * MIN + 40 * S, '5 min ago'],
    [3 * H + 20 * MIN, '3 h ago'],
    [24 * H, 'yesterday 14:33'],
  ])('%d ms before now is %s', (age, words) => {
    expect(formatAgo(NOW - age, NOW)).toBe(words);
  });

  test('a moment is said as from here', () => {
    expect(formatMoment(NOW - H, NOW)).toBe('today 13:33');
    expect(formatMoment(NOW + 24 * H, NOW)).toBe('tomorrow 14:33');
    expect(formatMoment(NOW - 20 * 24 * H, NOW)).toMatch(/Nov.*3.*14:33/);
    expect(formatMoment(NOW - 400 * 24 * H, NOW)).toContain('2025');
  });

  test('midnight is 00', () => {
    expect(formatTime(new Date(2026, 10, 23, 0, 5).getTime())).toBe('00:05');
  });

  test('a percentage is never rounded up to a hundred', () => {
    expect(formatPercent(99.9)).toBe('99%');
    expect(formatPercent(29)).toBe('29%');
    expect(formatPercent(100)).toBe('100%');
  });

  test('numbers and sizes', () => {
    expect(formatNumber(12_800)).toBe('12,800');
    // As the browser's own formatter writes them.
    for (const value of [0, 7, 640, 999, 1000, -3, 2.5]) {
      expect(formatNumber(value)).toBe(new Intl.NumberFormat('en-GB').format(value));
    }
    expect(formatBytes(512)).toBe('512 bytes');
    expect(formatBytes(8_412_345)).toBe('8.4 MB');
    expect(formatBytes(999_999)).toBe('1 MB');
    expect(formatBytes(186_000_000)).toBe('186 MB');
  });
});

test('in Chinese the same functions speak Chinese', async () => {
  await setLocale('zh-CN');
  expect(formatDuration(2 * MIN + 33 * S)).toBe('2 分 33 秒');
  expect(formatAgo(NOW - 5 * MIN, NOW)).toBe('5 分钟前');
  expect(formatMoment(NOW - H, NOW)).toBe('今天 13:33');
  expect(formatBytes(8_412_345)).toBe('8.4 MB');
});
