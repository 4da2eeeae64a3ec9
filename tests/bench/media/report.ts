import { test } from '@playwright/test';

/** Says a figure, and keeps it in Playwright's report. */
export function report(what: string, figures: string): void {
  console.log(`${what}: ${figures}`);
  test.info().annotations.push({ type: what, description: figures });
}

export function kilobytes(bytes: number): string {
  return `${Math.round(bytes / 1000)} kB`;
}

export function megabytes(bytes: number): string {
  return `${(bytes / 1e6).toFixed(1)} MB`;
}
