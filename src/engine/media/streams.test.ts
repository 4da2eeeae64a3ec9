// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { createStreams } from './streams';

/** Longer than anybody waits for a worker, in ms. */
const LONG = 10_000;

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('streams', () => {
  it('are ready once a worker answers for the page', async () => {
    const page = aPage();
    const ready = createStreams(page.container, 'sw.js').ready();
    page.install();
    await vi.waitFor(() => expect(page.said).toEqual([{ type: 'claim' }]));
    page.take();
    expect(await ready).toBe(true);
  });

  it('are done without where there are no workers', async () => {
    expect(await createStreams(null, 'sw.js').ready()).toBe(false);
  });

  it.each([
    ['is not installed', true],
    ['is not even downloaded', false],
  ])('are done without when the worker %s', async (_name, registered) => {
    const { container } = aPage(registered);
    const ready = createStreams(container, 'sw.js').ready();
    await vi.advanceTimersByTimeAsync(LONG);
    expect(await ready).toBe(false);
  });

  it('are ready on a later try when the worker took its time', async () => {
    const page = aPage();
    const streams = createStreams(page.container, 'sw.js');
    const first = streams.ready();
    await vi.advanceTimersByTimeAsync(LONG);
    page.install();
    page.take();
    expect([await first, await streams.ready()]).toEqual([false, true]);
  });

  it('serve no file without a worker', async () => {
    const { container } = aPage();
    const file = createStreams(container, 'sw.js').serveFile(new ReadableStream(), 'a', 'b', ON);
    await vi.advanceTimersByTimeAsync(LONG);
    expect(await file).toBeNull();
  });
});

/** Nobody stops it. */
const ON = new AbortController().signal;

/** A page whose worker is installed, and answers for it, when a test says so. */
function aPage(registered = true) {
  const said: unknown[] = [];
  let install = (_registration: unknown): void => {};
  const ready = new Promise((resolve) => (install = resolve));
  const container = Object.assign(new EventTarget(), {
    controller: null as object | null,
    ready,
    register: () => (registered ? Promise.resolve() : new Promise(() => {})),
  });
  return {
    container: container as unknown as ServiceWorkerContainer,
    said,
    install: () => install({ active: { postMessage: (word: unknown) => said.push(word) } }),
    take() {
      container.controller = {};
      container.dispatchEvent(new Event('controllerchange'));
    },
  };
}
