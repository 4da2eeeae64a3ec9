import { expect, type BrowserContext, type ConsoleMessage } from '@playwright/test';

/** Longer than any masked form such as `sk-Vb3k…9f2c`, which a log may show. */
const LOOKS_LIKE_A_KEY = /\bsk-[\w-]{12,}/;

/** What browsers say by themselves about an answer of 4xx or 5xx, or none: journeys provoke those on purpose. */
const ON_FAILED_REQUESTS = new RegExp(
  [
    // Chromium
    '^Failed to load resource: ',
    '^Access to (?:fetch|video) at .* has been blocked by CORS policy',
    // Firefox
    '^Cross-Origin Request Blocked: ',
    '^Failed to load ‘[^’]*’. A ServiceWorker intercepted the request',
    // Playwright, of `WITHOUT_WORKER`
    '^Service Worker registration blocked by Playwright$',
  ].join('|'),
);

export interface ConsoleLog {
  /** Every line of every page so far, errors that nobody caught included. */
  readonly lines: readonly string[];
  /** Fails when something went wrong, or when a line holds a key: one of `keys`, or what looks like one. */
  expectClean(keys?: readonly string[]): void;
}

/** Listens to all pages of a context, from now on. */
export function collectConsole(context: BrowserContext): ConsoleLog {
  const lines: string[] = [];
  const wrong: string[] = [];
  context.on('console', (message) => {
    lines.push(message.text());
    if (isLoud(message) && isFault(message.text())) {
      wrong.push(`${message.type()}: ${message.text()}`);
    }
  });
  context.on('weberror', (error) => {
    const text = String(error.error().stack ?? error.error());
    lines.push(text);
    // Firefox calls a blocked request an error that nobody caught.
    if (isFault(text)) wrong.push(text);
  });
  return {
    lines,
    expectClean(keys = []) {
      expect(wrong, 'errors and warnings in the console').toEqual([]);
      const telling = lines.filter(
        (line) => LOOKS_LIKE_A_KEY.test(line) || keys.some((key) => line.includes(key)),
      );
      expect(telling, 'lines in the console that hold a key').toEqual([]);
    },
  };
}

function isLoud(message: ConsoleMessage): boolean {
  return message.type() === 'error' || message.type() === 'warning';
}

function isFault(text: string): boolean {
  return !ON_FAILED_REQUESTS.test(text);
}
