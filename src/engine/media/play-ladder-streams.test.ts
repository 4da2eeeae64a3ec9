import { describe, expect, it, vi } from 'vitest';

import type { Opened } from '~/core/video';

import { UNASKED } from './save/memory';
import { aStream, problem, start, urls, video } from './test-ladder';

describe('a stream on the play ladder', () => {
  it('asks for a stream with CORS, so that its frames can be saved in every browser', async () => {
    const ladder = start({
      video: () => ({ kind: 'content' }),
      stream: () => Promise.resolve(aStream({ kind: 'unreachable' })),
    });
    expect(await ladder.next()).toMatchObject({ url: 'clip/1', cors: true, readable: true });
  });

  it('loads it whole, too, where the service sends no ranges', async () => {
    const ladder = start({
      video: () => ({ kind: 'content' }),
      stream: () => Promise.resolve(aStream({ kind: 'whole-only' })),
      openContent: () => Promise.resolve(video(10)),
    });
    expect(await urls(ladder, 2)).toEqual(['clip/1', expect.stringMatching(/^blob:/)]);
  });

  it('loads a stream whole that fails for no reason known, before it calls it unplayable', async () => {
    for (const fault of [null, { kind: 'unreachable' }] as const) {
      const ladder = start({
        video: () => ({ kind: 'content' }),
        stream: () => Promise.resolve(aStream(fault)),
        openContent: () => Promise.resolve(video(10)),
      });
      expect(await urls(ladder, 2)).toEqual(['clip/1', expect.stringMatching(/^blob:/)]);
      expect(await ladder.next()).toEqual(problem('unsupported'));
    }
    const large = start({
      video: () => ({ kind: 'content' }),
      stream: () => Promise.resolve(aStream(null)),
      openContent: () => Promise.resolve(video(10, UNASKED.one + 1)),
    });
    await large.next();
    expect(await large.next()).toMatchObject(problem('large'));
  });

  it('asks for nothing once the key of a stream was forgotten', async () => {
    const openContent = vi.fn<() => Promise<Opened>>(() => Promise.resolve(video(10)));
    const ladder = start({
      video: () => ({ kind: 'content' }),
      stream: () => Promise.resolve(aStream({ kind: 'no_key' })),
      openContent,
    });
    await ladder.next();
    expect(await ladder.next()).toEqual(problem('no_key'));
    expect(openContent).not.toHaveBeenCalled();
  });

  it('reads what came in the place of a streamed video', async () => {
    const ladder = start({
      video: () => ({ kind: 'content' }),
      stream: () =>
        Promise.resolve(aStream({ kind: 'refused', status: 401, contentType: '', body: '' })),
      readFault: () => Promise.resolve(problem('auth')),
    });
    await ladder.next();
    expect(await ladder.next()).toEqual(problem('auth'));
  });
});
