// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

import { setLocale } from '~/i18n/i18n';
import { takeToasts } from '~/ui/toast';

import { followUpdates } from './follow-updates';

const HOUR = 3_600_000;

beforeEach(() => {
  vi.stubEnv('DEV', false);
  vi.useFakeTimers();
});
afterEach(() => {
  takeToasts();
  Reflect.deleteProperty(navigator, 'serviceWorker');
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe('a new version', () => {
  it('is offered when it waits at the start', async () => {
    const host = aHost();
    host.registration.waiting = aWorker();
    await followUpdates();
    expect(takeToasts()).toHaveLength(1);
  });

  it('is offered once it is installed, when it is found later', async () => {
    const host = aHost();
    await followUpdates();
    host.registration.installing = aWorker();
    host.registration.dispatchEvent(new Event('updatefound'));
    expect(takeToasts()).toEqual([]);
    host.finishInstalling();
    expect(takeToasts()).toHaveLength(1);
  });

  it('is offered, too, when it is being installed already at the start', async () => {
    const host = aHost();
    host.registration.installing = aWorker();
    await followUpdates();
    host.finishInstalling();
    expect(takeToasts()).toHaveLength(1);
  });

  it('is offered within the hour, whoever else had it installed, and only once', async () => {
    const host = aHost();
    await followUpdates();
    host.registration.waiting = aWorker();
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(takeToasts()).toHaveLength(1);
    await vi.advanceTimersByTimeAsync(HOUR);
    expect(takeToasts()).toEqual([]);
  });

  it('is not offered where it is the first of all', async () => {
    const host = aHost(null);
    host.registration.installing = aWorker();
    await followUpdates();
    host.finishInstalling();
    expect(takeToasts()).toEqual([]);
  });
});

it('the worker is told of another language once it is written down', async () => {
  const written: string[] = [];
  const put = async (place: string, reply: Response) =>
    void written.push(`${place} ${await reply.text()}`);
  vi.stubGlobal('caches', { open: async () => ({ put }) });
  const host = aHost();
  const postMessage = vi.fn<(message: unknown) => void>();
  host.registration.active = { postMessage };
  await followUpdates();
  expect(postMessage).toHaveBeenCalledOnce();
  await setLocale('ja');
  await vi.waitFor(() => expect(postMessage).toHaveBeenCalledTimes(2));
  expect(postMessage).toHaveBeenLastCalledWith({ type: 'language' });
  // Also by the pages of the tests before.
  expect([...new Set(written)]).toEqual(['./language en', './language ja']);
  await setLocale('en');
});

const aWorker = () => Object.assign(new EventTarget(), { postMessage: () => undefined });

/** What the browser knows of the page's worker. */
function aHost(controller: EventTarget | null = aWorker()) {
  const registration = Object.assign(new EventTarget(), {
    installing: null as EventTarget | null,
    waiting: null as EventTarget | null,
    active: null as { postMessage(message: unknown): void } | null,
    update: () => Promise.resolve(),
  });
  const register = () => Promise.resolve(registration);
  Object.defineProperty(navigator, 'serviceWorker', {
    value: { register, controller },
    configurable: true,
  });
  return {
    registration,
    finishInstalling() {
      const { installing } = registration;
      Object.assign(registration, { installing: null, waiting: installing });
      installing?.dispatchEvent(new Event('statechange'));
    },
  };
}
