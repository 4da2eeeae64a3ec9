import { configureGlobal } from 'fast-check';

/**
 * fast-check, with a seed that is the same for every `npm test`, so that only a change can turn it red.
 * `npm run test:fuzz` draws another one each time, and more often: `RUNS` values for each property.
 */
export * from 'fast-check';

const RUNS = Number(process.env['RUNS'] ?? 100);

/** The seed of everything drawn by lot in a test; `SEED` brings a failure of `npm run test:fuzz` back. */
export const SEED = Number(process.env['SEED'] ?? 20_261_123);

configureGlobal({ seed: SEED, numRuns: RUNS });

/** For a property that needs more values than the usual 100, or fewer because each takes long. */
export function runs(usual: number): { numRuns: number } {
  return { numRuns: process.env['RUNS'] === undefined ? usual : RUNS };
}
