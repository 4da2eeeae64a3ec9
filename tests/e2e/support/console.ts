import { expect, type BrowserContext, type ConsoleMessage } from '@playwright/test';

/** Longer than any masked form such as `sk-Vb3k…9f2c`, which a log may show. */
const LOOKS_LIKE_A_KEY = /\bsk-[\w-]{12,}/;

/** What Chromium says by itself about an answer of 4xx or 5xx, or none: journeys provoke those on purpose. */
const CHROMIUM_ON_FAILED_REQUESTS =
  /^Failed to load resource: |^Access to (?:fetch|video) at .* has been blocked by CORS policy/;

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
    if (isFault(message)) wrong.push(`${message.type()}: ${message.text()}`);
  });
  context.on('weberror', (error) => {
    const text = String(error.error().stack ?? error.error());
    lines.push(text);
    wrong.push(text);
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

function isFault(message: ConsoleMessage): boolean {
  const loud = message.type() === 'error' || message.type() === 'warning';
  return loud && !CHROMIUM_ON_FAILED_REQUESTS.test(message.text());
}
