import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** What nginx's master and its workers take, together. Linux only: it is read from /proc. */
export interface Taken {
  /** What they would give back, in bytes: what they share is counted once. */
  pss: number;
  /** What each of them sees, added up. */
  rss: number;
  /** CPU time since they started, in ms. */
  cpu: number;
}

/** Linux counts CPU time in hundredths of a second, whatever the kernel is built for (`getconf CLK_TCK`). */
const TICK_MS = 10;

/** `folder` is the RUN_DIR that the relay was started with. */
export function takenBy(folder: string): Taken {
  const [run = ''] = readdirSync(folder).filter((name) => name.startsWith('rushes-'));
  const master = readFileSync(path.join(folder, run, 'nginx.pid'), 'utf8').trim();
  const workers = readFileSync(`/proc/${master}/task/${master}/children`, 'utf8').trim();
  const taken = { pss: 0, rss: 0, cpu: 0 };
  for (const pid of [master, ...workers.split(' ')]) {
    const memory = readFileSync(`/proc/${pid}/smaps_rollup`, 'utf8');
    taken.pss += kilobytesAt('Pss', memory);
    taken.rss += kilobytesAt('Rss', memory);
    // The name, in parentheses, may hold spaces.
    const [, rest = ''] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ');
    const [user, system] = rest.split(' ').slice(11, 13);
    taken.cpu += (Number(user) + Number(system)) * TICK_MS;
  }
  return taken;
}

/** Connections that are over but keep their port for a minute: this machine's, not only the relay's. */
export function waitingPorts(): number {
  const [, waiting] = /^TCP: .* tw (\d+)/m.exec(readFileSync('/proc/net/sockstat', 'utf8')) ?? [];
  return Number(waiting);
}

function kilobytesAt(name: string, text: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(text)?.[1]) * 1024;
}
