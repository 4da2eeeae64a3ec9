// Shared by all scripts: where the project is, and how to run its tools.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of package.json, wherever the script was started from. */
export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');

/** `process.env` with node_modules/.bin on PATH, which only `npm run` adds by itself. */
export function toolEnvironment(extra = {}) {
  // Windows spells it `Path`; an additional `PATH` would be ignored.
  const name = Object.keys(process.env).find((key) => key.toUpperCase() === 'PATH') ?? 'PATH';
  const bin = path.join(ROOT, 'node_modules', '.bin');
  return {
    ...process.env,
    [name]: `${bin}${path.delimiter}${process.env[name] ?? ''}`,
    ...extra,
  };
}

/**
 * Runs a tool in the project or another folder, with its output on this terminal, or told to `tell` piece by piece.
 * Never rejects: gives the exit code.
 */
export function run(command, args, extraEnvironment, folder = ROOT, tell = null) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: folder,
      stdio: tell ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      env: toolEnvironment(extraEnvironment),
      // npm and the tools in .bin are .cmd files on Windows, which only a shell can start.
      shell: process.platform === 'win32',
    });
    if (tell) for (const stream of [child.stdout, child.stderr]) stream.on('data', tell);
    child.on('error', (error) => {
      const message = `${command}: ${error.message}`;
      if (tell) tell(`${message}\n`);
      else console.error(message);
      resolve(127);
    });
    child.on('close', (code) => {
      resolve(code ?? 1);
    });
  });
}

/** Time since `start` for reports, such as `1.4 s`. */
export function seconds(since) {
  return `${((performance.now() - since) / 1000).toFixed(1)} s`;
}
