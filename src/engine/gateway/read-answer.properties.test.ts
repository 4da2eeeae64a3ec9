import { describe, expect, it } from 'vitest';

import { isTerminal, TASK_STATES, type Task } from '~/core/task';
import * as fc from '~test/properties';

import { MAX_MESSAGE, MAX_PROMPT } from './clean-message';
import { MAX_BODY_BYTES, readAnswer } from './read-answer';
import { MAX_IMAGES } from '~/engine/gateway/reader/task';

/** Names the tables look for, so that random answers get somewhere. */
const NAMES = `
  id status state task_status data detail output response result pending_info draft_info input req
  images image_url prompt video video_url url videos error message code fail_reason progress done
  progress_pct created_at expires_at width size seconds metadata name thumbnail_url generations
  queue_position __proto__ constructor toString valueOf toJSON then length resultJson
`.match(/\S+/g) as string[];
const VALUES = `
  completed failed pending processing success javascript:alert(1) 50% -3 https://cdn.example.com/v.mp4
  data:text/html,x data:image/png;base64,AA {"a":1} 2025-10-20T11:22:33.123 1280x720 720P 9:16
  https:// \u202Egpj.exe NaN
`.match(/\S+/g) as string[];
const json = fc.letrec<{ value: unknown }>((tie) => ({
  value: fc.oneof(
    { depthSize: 'medium', withCrossShrink: true },
    fc.constantFrom<unknown>(...VALUES),
    fc.oneof(fc.double(), fc.integer(), fc.boolean(), fc.constant(null), fc.string()),
    fc.array(tie('value'), { maxLength: 4 }),
    fc.dictionary(fc.oneof(fc.constantFrom(...NAMES), fc.string()), tie('value'), { maxKeys: 9 }),
  ),
})).value;
const status = fc.oneof(
  fc.constant(200),
  fc.constantFrom(201, 400, 401, 404, 429, 500),
  fc.double(),
);

describe('reading any answer at all', () => {
  it('never throws and keeps every promise of a task, whatever the JSON', () => {
    fc.assert(
      fc.property(status, json, (code, value) => {
        const body = JSON.stringify(value) ?? '';
        const reading = readAnswer({ status: code, contentType: 'application/json', body });
        if ('task' in reading) keepsPromises(reading.task);
        const message =
          'problem' in reading ? reading.problem.message : reading.task.failure?.message;
        expect(message?.length ?? 0).toBeLessThanOrEqual(MAX_MESSAGE);
      }),
      fc.runs(3000),
    );
  });

  it('never throws on text that is no JSON', () => {
    fc.assert(
      fc.property(status, fc.string(), fc.string({ unit: 'binary' }), (code, contentType, body) => {
        expect(readAnswer({ status: code, contentType, body })).toBeTypeOf('object');
      }),
    );
  });

  it('is a task under an error only if it has an id and is at an end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 400, max: 599 }), json, (code, value) => {
        const body = JSON.stringify(value) ?? '';
        const reading = readAnswer({ status: code, contentType: '', body });
        const task = 'task' in reading ? reading.task : null;
        const whole = task === null || (task.id !== null && isTerminal(task.state));
        // Or its content was refused, in so many words.
        expect(whole || task.state === 'failed').toBe(true);
      }),
    );
  });

  it('survives nesting a hundred thousand deep', () => {
    const body = `${'{"data":'.repeat(100_000)}1${'}'.repeat(100_000)}`;
    expect(readAnswer({ status: 200, contentType: '', body })).toHaveProperty('problem');
  });

  it('refuses an answer above the limit', () => {
    const body = `{"status":"completed","x":"${'x'.repeat(MAX_BODY_BYTES)}"}`;
    expect(readAnswer({ status: 200, contentType: '', body })).toMatchObject({
      problem: { kind: 'bad_body', message: 'body_too_large' },
    });
  });

  it('is done in good time with a hundred thousand pictures, keeping forty', () => {
    const images = Array.from({ length: 50_000 }, (_, at) => `https://x.test/${at}`);
    const body = JSON.stringify({
      status: 'running',
      input: { images },
      prompt: 'p'.repeat(200_000),
    });
    const reading = readAnswer({ status: 200, contentType: '', body });
    expect(reading).toMatchObject({ task: { state: 'running' } });
    const { task } = reading as { task: Task };
    expect(task.images).toHaveLength(MAX_IMAGES);
    expect(task.prompt).toHaveLength(MAX_PROMPT);
  });

  it.each([
    ['blanks', `1${' '.repeat(900_000)}x`],
    ['dots', `${'.'.repeat(900_000)}x`],
    ['words of a key', 'token '.repeat(150_000)],
    ['half a link', `https://${'a/'.repeat(400_000)} x`],
  ])('is done in good time with a megabyte of %s anywhere', (_name, text) => {
    const names = 'status progress created_at size error message code prompt url seconds id'.split(
      ' ',
    );
    for (const name of names) {
      const body = JSON.stringify({ id: 'a', status: 'failed', [name]: text });
      expect(readAnswer({ status: 200, contentType: '', body })).toBeTypeOf('object');
    }
  });

  it.each([
    ['many fields', Object.fromEntries(many((at) => [`field_${at}`, `https://x.test/${at}`]))],
    ['many objects', many((at) => ({ [`name_${at % 7}`]: { error: `no ${at}`, prompt: 'p' } }))],
    ['JSON in text in text', JSON.stringify(JSON.stringify(JSON.stringify({ a: many(String) })))],
    ['many pieces of JSON as text', many((at) => JSON.stringify({ at, url: 'https://x.test/v' }))],
    ['long names', Object.fromEntries(many((at) => ['x_'.repeat(20) + String(at), at]))],
  ])('is done in good time with %s', (_name, value) => {
    const body = JSON.stringify({ id: 'a', status: 'completed', first: value, output: value });
    const from = performance.now();
    expect(readAnswer({ status: 200, contentType: '', body })).toHaveProperty('task');
    // A reading takes some ms; what grows with the square of the size would take minutes.
    expect(performance.now() - from).toBeLessThan(5000);
  });

  it('is not fooled by a prototype', () => {
    const body = '{"id":"a","__proto__":{"status":"completed","video_url":"https://x.test/v.mp4"}}';
    expect(readAnswer({ status: 200, contentType: '', body })).toMatchObject({
      task: { state: 'unknown', video: null },
    });
  });

  it.each(['name', 'status', 'error', 'message', 'progress', 'id', 'code'])(
    'does not take a %s for a text that only says it can become one',
    (name) => {
      const body = JSON.stringify({ state: 'running', [name]: { toString: 'a', valueOf: 1 } });
      expect(readAnswer({ status: 200, contentType: '', body })).toBeTypeOf('object');
      expect(readAnswer({ status: 500, contentType: '', body })).toHaveProperty('problem');
    },
  );
});

function many<T>(make: (at: number) => T): T[] {
  return Array.from({ length: 15_000 }, (_, at) => make(at));
}

function keepsPromises(task: Task): void {
  expect(TASK_STATES).toContain(task.state);
  for (const image of [...task.images, ...(task.thumbnail === null ? [] : [task.thumbnail])]) {
    expect(image).toMatch(/^(?:https?:\/\/|data:image\/)/i);
  }
  const link = task.video?.kind === 'link' ? task.video.url : 'https://none';
  expect(link).toMatch(/^https?:\/\//i);
  expect(task.video === null).toBe(task.state !== 'completed');
  expect(task.failure === null).toBe(task.state !== 'failed');
  const numbers = [task.progress, task.width, task.seconds, task.createdAt, task.expiresAt];
  for (const number of numbers) expect(number === null || Number.isFinite(number)).toBe(true);
  expect(task.progress ?? 0).toBeGreaterThanOrEqual(0);
  expect(task.progress ?? 0).toBeLessThanOrEqual(100);
}
