import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readAnswer } from './read-answer';

/** An answer that shows one rule, and what is to be read in it. Only what is named is compared. */
interface Sample {
  name: string;
  httpStatus: number;
  contentType: string;
  /** JSON, or the text as it came. */
  body: unknown;
  askedId?: string;
  expected: {
    state?: string;
    problem?: string;
    about?: string;
    statusWord?: string | null;
    progress?: number | null;
    /** `"content"`: only `GET …/content` with the key has the bytes. */
    videoUrl?: string | null;
    prompt?: string | null;
    images?: string[];
    /** Must be contained. */
    failureMessage?: string;
    createdAt?: number;
    cost?: { amount: number; unit: string | null };
  };
}

const folder = new URL('./fixtures/kinds/', import.meta.url);
const files = readdirSync(folder).toSorted();

describe.each(files)('answers in %s', (file) => {
  const samples = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Sample[];

  it.each(samples.map((one) => [one.name, one] as const))('%s', (_name, one) => {
    const body = typeof one.body === 'string' ? one.body : JSON.stringify(one.body);
    const { httpStatus: status, contentType, askedId } = one;
    const reading = readAnswer({ status, contentType, body, ...(askedId && { askedId }) });
    const { failureMessage = '', ...expected } = one.expected;
    const read = summary(reading);
    expect(read).toMatchObject(expected);
    expect(read.failureMessage).toContain(failureMessage);
  });
});

function summary(reading: ReturnType<typeof readAnswer>) {
  if ('problem' in reading) {
    const { kind, about } = reading.problem;
    return { state: null, problem: kind, about, failureMessage: '' };
  }
  const { task } = reading;
  return {
    ...task,
    problem: null,
    videoUrl: task.video?.kind === 'link' ? task.video.url : task.video && 'content',
    failureMessage: task.failure?.message ?? '',
  };
}
