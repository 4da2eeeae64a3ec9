import { expect, it } from 'vitest';

import { analyse } from './analyse';

const H = '5b0d7c1f92ae48368d1f6a0c7e3b9524';
const U = '5d0c7e21-93ab-4f6e-8a10-3bb7f24e9c61';
const AK = 'ALrdCn8FbYmTJ3QpHk9FGeKPtNbQ4yCd';
const SK = 'h3Rk9EQBJpYtM4LFmAeKdKFTy8CnGQrP';
const keys = (text: string): unknown[] =>
  analyse(text).segments.flatMap(({ kind, value, scheme, half }) =>
    kind === 'key' ? [[value, scheme, half]] : [],
  );

it.each([
  [`Authorization: Bearer ${H}`, 'bearer'],
  [`-H "Authorization: Key ${U}:${H}"`, 'key'],
  [`"Authorization": "Key ${H}"`, 'key'],
  [`x-api-key: ${H}`, 'x-api-key'],
  [`headers={"X-API-Key": "${H}"}`, 'x-api-key'],
  [`-H 'api-key: ${H}'`, 'api-key'],
  [`-H ^"x-goog-api-key: ${H}^"`, 'x-goog-api-key'],
  [`x-goog-api-key: AIzaSyA1234567890abcdefghijklmnopqrstuvw`, 'x-goog-api-key'],
  [`x-api-key: sk-7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E`, 'x-api-key'],
  [`key: ${H}`, null],
])('a header says how a key is sent: %s', (text, scheme) => {
  expect(keys(text)).toEqual([[expect.any(String), scheme, null]]);
});

it.each([
  `AK: ${AK} SK: ${SK}`,
  `ak/sk: ${AK}/${SK}`,
  `AK/SK：${AK} / ${SK}`,
  `Access Key\n${AK}\nSecret Key\n${SK}`,
  `AccessKeyId,SecretAccessKey\n${AK},${SK}`,
  `KLING_ACCESS_KEY=${AK}\nKLING_SECRET_KEY=${SK}`,
])('two halves are sent as one signature: %j', (text) => {
  expect(keys(text)).toEqual([
    [AK, 'signed-pair', 'access'],
    [SK, 'signed-pair', 'secret'],
  ]);
});

it('half a pair is a key like any other', () => {
  expect(keys(`access key: ${AK}`)).toEqual([[AK, null, null]]);
});

it.each([
  'ak/sk: ????1234/????5678',
  'AccessKeyId,SecretAccessKey\n????1234,????5678',
  'AK：????1234 SK：????5678',
])('a pair stays one when it is masked: %j', (text) => {
  const masks: [string, string][] = [
    ['????1234', AK],
    ['????5678', SK],
  ];
  const known = masks.map(([mask, apiKey]) => {
    const start = text.indexOf(mask);
    return { start, end: start + mask.length, apiKey, kind: 'key' as const };
  });
  expect(
    analyse(text, { known }).segments.flatMap(({ kind, half }) => (kind === 'key' ? half : [])),
  ).toEqual(['access', 'secret']);
});
