import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { ROOT, run } from '../../../scripts/terminal.mjs';

/** A new folder of this run's own. */
export function temporaryFolder(): string {
  return mkdtempSync(path.join(tmpdir(), 'rushes-bench-'));
}

/** Builds a page as its visitors get it, into a new folder: what is measured is never an old `dist`. */
export async function buildPage(root = '.'): Promise<string> {
  const outDir = temporaryFolder();
  const quiet = ['--logLevel', 'warn', '--outDir', outDir, '--emptyOutDir'];
  // Playwright sets NODE_ENV to `test`, with which Vite would build the React of developers.
  const code = await run('vite', ['build', path.join(ROOT, root), ...quiet], {
    NODE_ENV: 'production',
  });
  if (code !== 0) throw new Error(`vite build of ${root} ended with ${code}`);
  return outDir;
}
