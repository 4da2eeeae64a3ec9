import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { workerTimers, type TimerWorker } from './timers';

/** A worker's end of the line: what it was asked, and what it can say. */
function aWorker() {
  const asked: [id: number, delay: number | null][] = [];
  const heard = new EventTarget();
  return {
    asked,
    worker: {
      postMessage: (message: [number, number | null]) => void asked.push(message),
      addEventListener: heard.addEventListener.bind(heard),
    } as TimerWorker,
    says: (id: number) => heard.dispatchEvent(new MessageEvent('message', { data: id })),
    breaks: () => heard.dispatchEvent(new Event('error')),
  };
}

describe('timers kept by a worker', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('fire when the worker says so, once', () => {
    const { worker, asked, says } = aWorker();
    const run = vi.fn<() => void>();
    workerTimers(worker).after(500, run);
    expect(asked).toEqual([[1, 500]]);
    says(1);
    says(1);
    vi.advanceTimersByTime(60_000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('can be called off', () => {
    const { worker, asked, says } = aWorker();
    const run = vi.fn<() => void>();
    const callOff = workerTimers(worker).after(500, run);
    callOff();
    expect(asked.at(-1)).toEqual([1, null]);
    says(1);
    vi.advanceTimersByTime(60_000);
    expect(run).not.toHaveBeenCalled();
  });

  it('fire a little later when the worker died without a word', () => {
    const { worker } = aWorker();
    const run = vi.fn<() => void>();
    workerTimers(worker).after(500, run);
    vi.advanceTimersByTime(500);
    expect(run).not.toHaveBeenCalled();
    vi.advanceTimersByTime(3000);
    expect(run).toHaveBeenCalledTimes(1);
  });

  it('are the page’s own once the worker was refused, and none is fired early', () => {
    const { worker, breaks } = aWorker();
    const timers = workerTimers(worker);
    const [before, after] = [vi.fn<() => void>(), vi.fn<() => void>()];
    timers.after(10_000, before);
    breaks();
    timers.after(500, after);
    vi.advanceTimersByTime(500);
    expect(after).toHaveBeenCalledTimes(1);
    expect(before).not.toHaveBeenCalled();
    vi.advanceTimersByTime(12_000);
    expect(before).toHaveBeenCalledTimes(1);
  });

  it('are the page’s own where there are no workers', () => {
    const run = vi.fn<() => void>();
    workerTimers(null).after(500, run);
    vi.advanceTimersByTime(500);
    expect(run).toHaveBeenCalledTimes(1);
  });
});
