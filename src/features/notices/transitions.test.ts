import { describe, expect, it } from 'vitest';

import { NO_ANSWER, type Answer } from '~/core/answer';
import type { TaskState } from '~/core/task';
import { aTask } from '~test/builders';

import { addNews, NO_NEWS, transition } from './transitions';

const answer = (state: TaskState): Answer => ({ ...NO_ANSWER, task: aTask({ state }) });

describe('transition', () => {
  it('tells when a running task is ready, or ended without a video', () => {
    expect(transition(answer('running'), answer('completed'))).toBe('ready');
    expect(transition(answer('queued'), answer('failed'))).toBe('failed');
    expect(transition(answer('queued'), answer('cancelled'))).toBe('failed');
  });

  it('is silent where nothing was known before, nothing changed, or nothing ended', () => {
    expect(transition(undefined, answer('completed'))).toBeNull();
    expect(transition(NO_ANSWER, answer('completed'))).toBeNull();
    expect(transition(answer('completed'), answer('completed'))).toBeNull();
    expect(transition(answer('queued'), answer('running'))).toBeNull();
  });

  it('counts', () => {
    expect(addNews(addNews(addNews(NO_NEWS, 'ready'), 'ready'), 'failed')).toMatchObject({
      ready: 2,
      failed: 1,
    });
  });
});
