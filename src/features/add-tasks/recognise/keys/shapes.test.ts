import { describe, expect, it } from 'vitest';

import { recognise } from '~/features/add-tasks/recognise';

const KEY = 'sk-Vb3kQ7mPz2LxWn8RtY4c9f2c';
const UUID = '85eaba38-0185-99d7-8d16-4d9135238846';
const HEX = '0123456789abcdef0123456789abcdef';
const JWT =
  'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpc3MiOiJrbGluZyIsImV4cCI6MTc2MjMyNjYxN30.4Zt9rushes7Qm2abcDEFghi_JKL-mno';
/** It has nothing of a key but its name. */
const PLAIN = 'abcd1234efgh5678';

/** One key of every kind that shows what it is. */
const KINDS = [
  KEY,
  'sk-proj-abcDEF123_456-789ghi',
  'sk-ant-api03-abcDEF123_456-789ghi',
  'SK-ABCDEFGH1234567890XYZ',
  'sk_live_abcDEF123456',
  'pk-abcdefGHIJ1234567890',
  'rk_live_abcdefGHIJ12',
  'ak_live_12345678abcdef',
  'gsk_abcdefGHIJ1234567890',
  'xai-abcdefGHIJ1234567890',
  'r8_abcdefGHIJ1234567890',
  'fal_abcdefGHIJ1234',
  'api-abcdef1234567890',
  'hf_abcdefGHIJklmnOPQR',
  `key_${HEX}${HEX}`,
  'AIzaSyA1234567890abcdefghijklmnopqrstuvw',
  `${UUID}:${HEX}`,
  JWT,
];

describe.each(KINDS)('the key %s', (key) => {
  it.each([
    ['alone', key],
    ['in a sentence', `please use ${key} today`],
    ['at the end of one', `use ${key}. Thanks`],
    ['in quotes', `"${key}"`],
    ['in curly quotes', `“${key}”`],
    ['in code', `\`${key}\``],
    ['in brackets', `(${key})、<${key}>，【${key}】`],
    ['between commas', `${key},video_abc123`],
    ['before a semicolon', `key=${key};`],
    ['in Chinese chat', `密钥：${key}，别外传`],
    ['in Chinese chat without blanks', `我的key是${key}谢谢`],
    ['after Chinese letters', `密钥${key}任务`],
    ['as a bearer', `Authorization: Bearer ${key}`],
    ['in curl', `curl -H "Authorization: Bearer ${key}" https://a.test/v1`],
    ['in curl within JSON', `"curl -H \\"Authorization: Bearer ${key}\\""`],
    ['in a header of its own', `-H 'x-api-key: ${key}'`],
    ['in a line of .env', `export OPENAI_API_KEY='${key}'`],
    ['in JSON', `{"api_key":"${key}","n":1}`],
  ])('is found %s', (_where, text) => {
    const { keys, ids } = recognise(text);
    expect(keys).toEqual([key]);
    expect(ids).not.toContain(key);
  });
});

describe('a key that only its name tells', () => {
  it.each([
    `Bearer ${PLAIN}`,
    `authorization: ${PLAIN}`,
    `Authorization: Key ${PLAIN}`,
    `Authorization: Token ${PLAIN}`,
    `x-api-key: ${PLAIN}`,
    `api key = ${PLAIN}`,
    `apikey:${PLAIN}`,
    `The API key is ${PLAIN}, keep it`,
    `token is ${PLAIN}`,
    `secret_key="${PLAIN}"`,
    `access-token: ${PLAIN}`,
    `auth_token: ${PLAIN}`,
    `KLING_ACCESS_KEY=${PLAIN}`,
    `KLING_ACCESS_KEY_ID="${PLAIN}"`,
    `API_TOKEN='${PLAIN}'`,
    `RUNWAYML_API_SECRET=${PLAIN}`,
    `AccessKey: ${PLAIN}`,
    `密钥：${PLAIN}`,
    `密钥是${PLAIN}`,
    `秘钥为：${PLAIN}`,
    `令牌:${PLAIN}`,
    `API密钥 ${PLAIN}`,
    `密钥：\n${PLAIN}`,
    `API Key:\n${PLAIN}`,
    `{"token":"${PLAIN}"}`,
    `https://a.test/v1?key=${PLAIN}`,
    `name\tAPI key\nFox\t${PLAIN}`,
  ])('is found in %s', (text) => {
    expect(recognise(text)).toMatchObject({ keys: [PLAIN], ids: [] });
  });

  it('may be a UUID', () => {
    expect(recognise(`ARK_API_KEY=${UUID}`)).toMatchObject({ keys: [UUID], ids: [] });
    expect(recognise(`Bearer ${UUID}`)).toMatchObject({ keys: [UUID], ids: [] });
  });
});

describe('what looks like both', () => {
  it.each([
    ['key: task_01k81e7r1mf0qtvp3ett3mr4jm', 'task_01k81e7r1mf0qtvp3ett3mr4jm'],
    ['{"task_id":"fal-9f8e7d6c5b4a3f2e"}', 'fal-9f8e7d6c5b4a3f2e'],
    ['{"id":"key_abcdef123456789","status":"queued"}', 'key_abcdef123456789'],
    ['video id: ak-77123abcdef12345', 'ak-77123abcdef12345'],
    ['GET /v1/videos/api-77123abcdef12345 HTTP/1.1', 'api-77123abcdef12345'],
  ])('is an id where the text calls it so: %s', (text, id) => {
    expect(recognise(text)).toMatchObject({ keys: [], ids: [id] });
  });

  it('is a key when it begins with sk-, whatever it is called', () => {
    expect(recognise(`{"id":"${KEY}"}`)).toMatchObject({ keys: [KEY], ids: [] });
  });

  it.each([
    `Bearer YOUR_API_KEY`,
    `api_key=os.environ["KEY"]`,
    'OPENAI_API_KEY=<your key>',
    'api-reference-documentation, key_frame_interpolation and hf-transformers-library',
    'api-gateway-eu-west-1',
    'key: sk-****************',
    '密钥：sk-Vb3k…9f2c',
    `密钥：video_69b25d5f467c81908733a56bc236b4df`,
    'eyJhbGci.eyJpc3Mi',
  ])('is no key: %s', (text) => {
    expect(recognise(text).keys).toEqual([]);
  });

  it('stays whole beside an id that is glued to it', () => {
    expect(recognise(`${KEY}:video_abc123`)).toMatchObject({ keys: [KEY], ids: ['video_abc123'] });
    expect(recognise(`${KEY}|job-1`)).toMatchObject({ keys: [KEY], ids: ['job-1'] });
    expect(recognise(`密钥${KEY}任务video_abc123`)).toMatchObject({
      keys: [KEY],
      ids: ['video_abc123'],
    });
  });

  it('is read whole, however long a token is', () => {
    const [head, , tail] = JWT.split('.');
    const long = `${head}.eyJ${'Abc123'.repeat(300)}.${tail}`;
    expect(recognise(`key: ${long}`).keys).toEqual([long]);
    expect(recognise(long).keys).toEqual([long]);
  });
});

it.each([
  'AKLTNjE2ZjE0NzE2YjQ1NGI3Mjg4:T0RrM01qSXhNRFkzTnpZMk5HVTVPV0l4TkRBek16Wm==',
  'LTAI5tQ7hZt9LwPmXc4Vb8Nr/Gy6Ju1Ts5EQwRtYuIoPaSdFgHjKlZx',
])('reads both halves of %s as keys', (pair) => {
  const { keys, ids } = recognise(pair);
  expect(keys.join(pair.includes(':') ? ':' : '/')).toBe(pair);
  expect(ids).toEqual([]);
});

it.each([
  'api key 7Hq2Zt$Lw9PmXc4Vb8NrKd3Gy6Ju1&Ts5E',
  'key sk-7Hq2ZtLw9PmXc4Vb8NrKd3Gy6Ju1Ts5E…9f2c',
])('makes no task of a part of a longer word: %s', (text) => {
  expect(recognise(text).ids).toEqual([]);
});
