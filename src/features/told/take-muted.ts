import { MUTED_CACHE, type NoticeData } from '~/core/notice-click';

import { mute } from './choices';

/** Mutes what the worker has left: what was pressed on notices. */
export async function takeMuted(): Promise<void> {
  if (!('caches' in globalThis) || !(await caches.has(MUTED_CACHE))) return;
  const kept = await caches.open(MUTED_CACHE);
  for (const request of await kept.keys()) {
    const stored = await kept.match(request);
    if (stored) mute((await stored.json()) as NoticeData);
    // One by one: the worker may be leaving another.
    await kept.delete(request);
  }
}
