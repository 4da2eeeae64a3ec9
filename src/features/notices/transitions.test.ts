import { describe, expect, it } from 'vitest';

import { NO_ANSWER, type Answer } from '~/core/answer';
import type { TaskState } from '~/core/task';
import { aTask } from '~test/builders';

import { addNews, NO_NEWS, transition } from './transitions';

const answer = (state: TaskState): Answer => ({ ...NO_ANSWER, task: aTask({ state }) });

describe('transition', () => {
  it('tells when a running task is ready, or ended without a video; cancelled is not failed', () => {
    expect(transition(answer('running'), answer('completed'))).toBe('ready');
    expect(transition(answer('queued'), answer('failed'))).toBe('failed');
    expect(transition(answer('queued'), answer('cancelled'))).toBe('cancelled');
  });

  it('tells what the first look-up finds at its end', () => {
    expect(transition(undefined, answer('completed'))).toBe('ready');
    expect(transition(NO_ANSWER, answer('failed'))).toBe('failed');
  });

  it('is silent where nothing is known, nothing changed, or nothing ended', () => {
    expect(transition(undefined, NO_ANSWER)).toBeNull();
    expect(transition(NO_ANSWER, answer('running'))).toBeNull();
    expect(transition(answer('completed'), answer('completed'))).toBeNull();
    expect(transition(answer('queued'), answer('running'))).toBeNull();
  });

  it('keeps the names, by how their tasks ended', () => {
    const news = addNews(addNews(NO_NEWS, 'ready', 'Boat'), 'failed', 'Tea');
    expect(addNews(news, 'ready', 'Fox')).toEqual({
      ready: ['Boat', 'Fox'],
      failed: ['Tea'],
      cancelled: [],
    });
  });
});
