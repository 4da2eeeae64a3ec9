import type { Load } from './load';
import { HUNG_UP } from './log';
import { waitingPorts, type Taken } from './processes';

/** How the service was asked: over http or https, straight or through the relay, at full speed or at people's. */
export interface Way {
  kind: 'http' | 'https';
  relayed: boolean;
  calm: boolean;
}

export interface Round extends Way, Load {
  clients: number;
  /** Look-ups that the service says it answered meanwhile. */
  reached: number;
  /** What the relay's processes had taken before and after. */
  before: Taken;
  after: Taken;
}

/** What the relay may cost at most. The machine is shared with the load and the service, so these are wide. */
const BOUNDS = {
  /** Look-ups a second through the relay, as a share of those straight at the service; the middle round's. */
  leastShare: { http: 0.1, https: 0.1 },
  /**
   * The relay's CPU time for a look-up over https, as a multiple of one over http. Handshakes for each look-up would cost
   * eight times as much; unlike the share, this hardly moves when the machine is busy with something else.
   */
  mostForHttps: 3,
  /** What it may add to a look-up at people's pace, in ms, to the usual one and to the hundredth. */
  calmP50: 5,
  calmP99: 100,
  /** Its memory after the last round, against that after the second: the first one fills its buffers. */
  memoryGrowth: 1.2,
};

export function told(round: Round): string {
  const { kind, relayed, calm, requests, seconds, p50, p99, refused, broken, reached } = round;
  const way = `${kind} ${relayed ? 'relay ' : 'direct'}${calm ? ' calm' : '     '}`.padEnd(18);
  const rate = `${Math.round(requests / seconds)}/s`.padStart(8);
  const latency = `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms`.padEnd(31);
  const counts = `${requests} counted, ${reached} reached, ${refused} not 2xx, ${broken} errors`;
  if (!relayed) return `${way} ${rate}  ${latency} ${counts}`;
  const cpu = `${Math.round(cpuOf(round))} µs CPU each`;
  return `${way} ${rate}  ${latency} ${counts}, ${cpu}, ${memory(round.after)}, ${waitingPorts()} ports in TIME_WAIT`;
}

export function memory({ pss, rss }: Taken): string {
  return `${(pss / 1e6).toFixed(1)} MB (RSS ${(rss / 1e6).toFixed(1)} MB)`;
}

/** Prints how the two ways compare, and gives back in words which bounds are broken. */
export function compare(rounds: readonly Round[]): string[] {
  return (['http', 'https'] as const).flatMap((kind) => {
    const of = (relayed: boolean, calm: boolean): Round[] =>
      rounds.filter((one) => one.kind === kind && one.relayed === relayed && one.calm === calm);
    const [direct, relayed] = [of(false, false).map(rateOf), of(true, false).map(rateOf)];
    const shares = relayed.map((rate, round) => rate / (direct[round] ?? Number.NaN));
    const share = median(shares);
    const [straight, passed] = [of(false, true)[0], of(true, true)[0]];
    const p50 = (passed?.p50 ?? Number.NaN) - (straight?.p50 ?? Number.NaN);
    const p99 = (passed?.p99 ?? Number.NaN) - (straight?.p99 ?? Number.NaN);
    console.log(
      `${kind}: ${rangeOf(relayed, 0)}/s through the relay, ${rangeOf(direct, 0)}/s direct, ` +
        `ratio ${rangeOf(shares, 4)}; at people’s pace it adds ${p50.toFixed(1)} ms (p99 ${p99.toFixed(1)} ms)`,
    );
    const least = BOUNDS.leastShare[kind];
    return [
      !(share >= least) &&
        `${kind}: the relay passed ${share.toFixed(4)} of the look-ups, not ${least}`,
      !(p50 <= BOUNDS.calmP50) &&
        `${kind}: the relay adds ${p50} ms, not at most ${BOUNDS.calmP50}`,
      !(p99 <= BOUNDS.calmP99) &&
        `${kind}: the relay adds ${p99} ms (p99), not at most ${BOUNDS.calmP99}`,
    ].filter((fault) => fault !== false);
  });
}

/** Prints what look-ups cost the relay's processes, and says so when https costs too much more. */
export function cost(rounds: readonly Round[]): string[] {
  const of = (kind: Way['kind']): number =>
    median(rounds.filter((one) => one.kind === kind && one.relayed && !one.calm).map(cpuOf));
  const factor = of('https') / of('http');
  console.log(
    `CPU: ${Math.round(of('http'))} µs for a look-up over http, ${Math.round(of('https'))} µs over https, ` +
      `${factor.toFixed(2)} times as much, ${BOUNDS.mostForHttps} allowed`,
  );
  return factor <= BOUNDS.mostForHttps
    ? []
    : [`https costs ${factor.toFixed(2)} times as much CPU.`];
}

/** What was lost or refused: nothing may be. */
export function losses(rounds: readonly Round[], statuses: ReadonlyMap<number, number>): string[] {
  const faults = rounds.flatMap((round) => {
    const { kind, relayed, requests, reached, clients, refused, broken } = round;
    const way = `${kind} ${relayed ? 'through the relay' : 'direct'}`;
    // Of each client, one look-up is under way when the time is over, and one may be left from the round before.
    const isWhole = reached >= requests && reached <= requests + 2 * clients;
    // 200 handshakes take a busy machine all of its time: what it did then is no figure to hold anything against.
    const isMeasured = requests >= clients;
    return [
      !isMeasured && `${way}: only ${requests} look-ups, too few to compare; is this machine busy?`,
      refused + broken > 0 && `${way}: ${refused} answers were not 2xx, ${broken} never came`,
      !isWhole && `${way}: ${requests} were counted, but ${reached} reached the service`,
    ].filter((fault) => fault !== false);
  });
  const relayed = rounds.filter((one) => one.relayed);
  const counted = relayed.reduce((sum, { requests }) => sum + requests, 0);
  const logged = statuses.get(200) ?? 0;
  if (logged < counted) faults.push(`The relay’s log has ${logged} of ${counted} look-ups.`);
  const hungUp = statuses.get(HUNG_UP) ?? 0;
  const most = relayed.reduce((sum, { clients }) => sum + clients, 0);
  if (hungUp > most) faults.push(`${hungUp} clients hung up early; at most ${most} had to.`);
  const others = [...statuses].filter(([status]) => ![200, 206, HUNG_UP].includes(status));
  for (const [status, count] of others) faults.push(`The relay answered ${status} ${count} times.`);
  console.log(
    `relay’s log: ${[...statuses].map(([status, count]) => `${count} × ${status}`).join(', ')}`,
  );
  return faults;
}

/** Prints how many look-ups of one task are answered, and for how many the service was asked. */
export function sharedBy(shared: Load & { reached: number; mostReached: number }): string[] {
  const { requests, seconds, p50, p99, refused, broken, reached, mostReached } = shared;
  console.log(
    `shared: ${Math.round(requests / seconds)}/s, p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms; ` +
      `${requests} counted, ${reached} reached`,
  );
  return [
    refused + broken > 0 && `shared: ${refused} answers were not 2xx, ${broken} never came`,
    reached > mostReached && `shared: ${reached} look-ups reached the service, not ${mostReached}`,
  ].filter((fault) => fault !== false);
}

/** `memories` are those after each round at full speed. */
export function growth(memories: readonly Taken[]): string[] {
  const [, second, last] = [null, memories[1], memories.at(-1)];
  const factor = (last?.pss ?? Number.NaN) / (second?.pss ?? Number.NaN);
  console.log(
    `memory: ${factor.toFixed(2)} times that of the second round, ${BOUNDS.memoryGrowth} allowed`,
  );
  return factor <= BOUNDS.memoryGrowth
    ? []
    : [`The relay’s memory grew ${factor.toFixed(2)} times.`];
}

/** In µs. */
function cpuOf({ requests, before, after }: Round): number {
  return ((after.cpu - before.cpu) * 1000) / requests;
}

function rateOf({ requests, seconds }: Round): number {
  return requests / seconds;
}

function rangeOf(numbers: readonly number[], digits: number): string {
  const [least, most] = [Math.min(...numbers), Math.max(...numbers)];
  return `${median(numbers).toFixed(digits)} (${least.toFixed(digits)} to ${most.toFixed(digits)})`;
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const [low = Number.NaN, high = Number.NaN] = [
    sorted[Math.ceil(sorted.length / 2) - 1],
    sorted[middle],
  ];
  return (low + high) / 2;
}
