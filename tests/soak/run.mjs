import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** `npm run test:soak`: a whole simulated day, on any system. */
const vitest = join(
  dirname(createRequire(import.meta.url).resolve('vitest/package.json')),
  'vitest.mjs',
);
const { status } = spawnSync(process.execPath, [vitest, 'run', 'src/engine/soak.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, SOAK: 'day' },
});
process.exitCode = status ?? 1;
