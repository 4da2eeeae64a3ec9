import { describe, expect, it } from 'vitest';

import { readAnswer } from '~/engine/gateway/read-answer';

/** What is read in the answer to a look-up of `askedId`: a state, or the kind of a problem. */
function read(askedId: string, body: unknown, status = 200): string {
  const text = JSON.stringify(body);
  const reading = readAnswer({ status, contentType: 'application/json', body: text, askedId });
  return 'task' in reading ? reading.task.state : reading.problem.kind;
}

const OURS = 'task_01k6x15vhrff09dkkqjrzwhm60';
const THEIRS = 'task_01k7zz9qhrff09dkkqjrzabc77';
const UUID = '86ecf553-d340-4e21-af6e-a0c6a421c010';
const OTHER_UUID = '1b2c3d4e-0f1a-4b5c-8d7e-9f8a7b6c5d4e';

describe('an answer about another task', () => {
  it.each([
    ['a task of the same kind', OURS, { id: THEIRS, status: 'completed', url: 'https://a.test/v' }],
    ['inside an envelope', OURS, { code: 0, data: { task_id: THEIRS, status: 'running' } }],
    ['a UUID', UUID, { id: OTHER_UUID, status: 'running', progress: 40 }],
    ['after the model', `sora-2:${OURS}`, { id: `sora-2:${THEIRS}`, status: 'pending' }],
    [
      'with a time',
      'cgt-20261129101010-abcde',
      { id: 'cgt-20261129101011-qrxyz', state: 'queued' },
    ],
    ['a counter', 'video_9', { id: 'video_10', status: 'queued' }],
    ['digits alone', '866168216002236456', { task_id: '866168216002239999', state: 'success' }],
    ['a number', '48211', { data: { id: 50_022, status: 'running' } }],
    ['beside an id of the look-up', OURS, { id: UUID, task_id: THEIRS, status: 'running' }],
    ['in a map of tasks', OURS, { [THEIRS]: { status: 'running', progress: 10 } }],
    ['though the prompt names ours', OURS, { id: THEIRS, status: 'running', prompt: `as ${OURS}` }],
    ['made from ours', OURS, { id: THEIRS, status: 'running', remixed_from_video_id: OURS }],
  ])('is not shown as this one’s: %s', (_name, asked, body) => {
    expect(read(asked, body)).toBe('other_task');
  });

  it('names the other id, without anything that looks like a key', () => {
    const told = (id: string) =>
      readAnswer({
        status: 200,
        contentType: 'application/json',
        body: JSON.stringify({ id, status: 'running' }),
        askedId: id.replace('9', '8'),
      });
    expect(told(THEIRS)).toEqual({
      problem: { kind: 'other_task', message: THEIRS, httpStatus: 200, retryAfterMs: null },
    });
    const { problem } = told('sk-live-9876543210abcdefABCDEF') as { problem: { message: string } };
    expect(problem.message).not.toContain('abcdef');
  });

  it('is one too where the status says that something is wrong', () => {
    expect(read(OURS, { id: THEIRS, status: 'failed', model: 'm' }, 400)).toBe('other_task');
  });
});

describe('an answer about this task', () => {
  it.each([
    ['its id', OURS, { id: OURS, status: 'running' }],
    ['no id at all', OURS, { status: 'running', progress: 3 }],
    ['an inner id of another kind', OURS, { id: UUID, status: 'running' }],
    ['a row of the database', OURS, { data: { id: 4711, status: 'running' } }],
    ['ours further inside', OURS, { id: THEIRS, status: 'running', detail: { id: OURS } }],
    ['ours in another field', UUID, { id: OTHER_UUID, request_id: UUID, status: 'running' }],
    ['ours in a link', UUID, { id: OTHER_UUID, status: 'running', self: `https://a/t/${UUID}` }],
    ['ours with its model', OURS, { id: `sora-2:${OURS}`, status: 'running' }],
    ['ours without its model', `sora-2:${OURS}`, { id: OURS, status: 'running' }],
    ['ours in capitals', UUID, { id: UUID.toUpperCase(), status: 'running' }],
    ['ours as in an address', `sora-2:${OURS}`, { id: `sora-2%3A${OURS}`, status: 'running' }],
    [
      'ours, pasted as in an address',
      `sora-2%3A${OURS}`,
      { id: `sora-2:${OURS}`, status: 'queued' },
    ],
    [
      'the id of its file',
      UUID,
      { status: 'completed', video: { id: OTHER_UUID, url: 'https://a.test/v.mp4' } },
    ],
    ['a longer name of ours', UUID, { id: `${UUID}_upsampled`, status: 'running' }],
    [
      'a list with ours',
      OURS,
      {
        data: [
          { id: THEIRS, status: 'failed' },
          { id: OURS, status: 'running' },
        ],
      },
    ],
    [
      'a list with ours in capitals',
      UUID,
      [
        { id: OTHER_UUID, status: 'failed' },
        { id: UUID.toUpperCase(), status: 'running' },
      ],
    ],
    ['a map with ours', OURS, { [THEIRS]: { status: 'failed' }, [OURS]: { status: 'running' } }],
  ])('is shown: %s', (_name, asked, body) => {
    expect(read(asked, body)).toMatch(/running|queued|completed/);
  });
});
