import { BATCH, KEY, PUBLISHED_READY, PUBLISHED_RUNNING } from './ids';

const THREE = BATCH.map(({ id }) => id);
/** The ids in the message below, in its order. */
export const FIVE = [PUBLISHED_RUNNING, PUBLISHED_READY, ...THREE];

/** As it arrives: somebody's chat, with an address, a key and five ids among the words. */
export function chat(address: string): string {
  return `Ana  10:42
hey!! these are from this morning 🎬 pls have a look before 4pm
base url ${address}/v1/videos   key: ${KEY} (don't share)
1. ${PUBLISHED_RUNNING}, the animated one
2. ${PUBLISHED_READY} !!
then "${THREE[0]}", ${THREE[1]} and
{"task_id": "${THREE[2]}", "status": "queued"}
thx`;
}
