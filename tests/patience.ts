import { vi } from 'vitest';

/** How long a test waits for what must come, in ms: a slow machine is no failure, and most comes at once. */
export const PATIENCE = 20_000;

// Vitest has no setting for this one, and waits a second.
const { waitFor } = vi;
vi.waitFor = (callback, options = { timeout: PATIENCE, interval: 20 }) =>
  waitFor(callback, options);
