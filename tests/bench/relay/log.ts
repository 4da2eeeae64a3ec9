import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';

/** wrk hangs up when its time is over, with a look-up under way on each connection: that is no fault of the relay. */
export const HUNG_UP = 499;

/** How many answers of each status the relay's log has. */
export async function statusesIn(file: string): Promise<Map<number, number>> {
  const statuses = new Map<number, number>();
  for await (const line of createInterface(createReadStream(file))) {
    const status = Number(/"path":"\/relay\/.*?"status":(\d+)/.exec(line)?.[1]);
    if (status > 0) statuses.set(status, (statuses.get(status) ?? 0) + 1);
  }
  return statuses;
}
