import { execFile, spawnSync } from 'node:child_process';
import { promisify } from 'node:util';

/** What wrk counted; times in ms. */
export interface Load {
  requests: number;
  seconds: number;
  p50: number;
  p99: number;
  /** Answers of 400 and more. */
  refused: number;
  /** Connections that failed, and answers that never came. */
  broken: number;
}

/** As a page sends it; the same straight and through the relay. */
const AUTHORIZATION = 'Authorization: Bearer sk-bench-relay-0000000000';

const SCRIPT = 'tests/bench/relay/wrk.lua';

export function wrkIsThere(): boolean {
  return !spawnSync('wrk', ['-v']).error;
}

/** `clients` connections that ask again as soon as they have their answer, or after `pauseMs` on average. */
export async function load(
  address: string,
  { clients, seconds, pauseMs }: { clients: number; seconds: number; pauseMs?: number },
): Promise<Load> {
  const options = ['--threads', '2', '--connections', String(clients), '--duration', `${seconds}s`];
  options.push('--timeout', '10s', '--header', AUTHORIZATION, '--script', SCRIPT, address);
  if (pauseMs !== undefined) options.push('--', String(pauseMs));
  const { stdout } = await promisify(execFile)('wrk', options);
  const [line = ''] = stdout.split('\n').filter((one) => one.startsWith('{'));
  return JSON.parse(line) as Load;
}
