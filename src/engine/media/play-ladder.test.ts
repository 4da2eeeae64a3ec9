import { afterEach, describe, expect, it, vi } from 'vitest';

import type { Opened, PlayLadderOptions } from '~/core/video';

import type { LadderSources } from './ladder-sources';
import { UNASKED } from './save/memory';
import { aStream, LINK, problem, says, start, urls, video } from './test-ladder';

const FRESH = 'https://cdn.test/fresh.mp4';

afterEach(() => vi.restoreAllMocks());

describe('the play ladder', () => {
  it('begins with the copy in this browser', async () => {
    const ladder = start({ kept: () => Promise.resolve(new File(['x'], 'a.mp4')) });
    expect(await ladder.next()).toMatchObject({
      url: expect.stringMatching(/^blob:/),
      readable: true,
    });
  });

  it('goes by the link, so that frames may be read', async () => {
    expect(await start({}).next()).toEqual({
      kind: 'source',
      url: LINK,
      cors: true,
      readable: true,
    });
  });

  it('plays without reading frames where the site lets no page read, and remembers that', async () => {
    const unreadableHosts = new Set<string>();
    const openLink = says({ [LINK]: problem('blocked') });
    const ladder = start({ openLink, unreadableHosts });
    await ladder.next();
    expect(await ladder.next()).toMatchObject({ url: LINK, cors: false, readable: false });
    expect(await start({ openLink, unreadableHosts }).next()).toMatchObject({ cors: false });
  });

  it('thinks no worse of a host because of one dead link', async () => {
    const unreadableHosts = new Set<string>();
    const dead = start({
      openLink: says({ [LINK]: problem('blocked') }),
      openContent: null,
      unreadableHosts,
    });
    await urls(dead, 2);
    expect(await dead.next()).toEqual(problem('blocked'));
    expect([...unreadableHosts]).toEqual([]);
    unreadableHosts.add('cdn.test');
    const other = start({
      openLink: says({ [LINK]: problem('not_video') }),
      openContent: null,
      unreadableHosts,
    });
    expect(await other.next()).toMatchObject({ url: LINK, cors: false });
    expect(await other.next()).toEqual(problem('not_video'));
  });

  it('asks for a fresh link where the old one is dead', async () => {
    const ladder = start({
      openLink: says({ [LINK]: problem('expired') }),
      fresh: () => Promise.resolve({ kind: 'link', url: FRESH }),
    });
    expect(await urls(ladder, 2)).toEqual([LINK, FRESH]);
  });

  it('goes on to /content with the key, streamed, when no link is any good', async () => {
    const ladder = start({
      openLink: says({ [LINK]: problem('expired') }),
      stream: () => Promise.resolve(aStream({ kind: 'unreachable' })),
    });
    expect(await urls(ladder, 2)).toEqual([LINK, 'clip/1']);
    expect(await ladder.next()).toEqual(problem('expired'));
  });

  it('follows JSON that carries a link, but not in circles', async () => {
    const ladder = start({ openLink: says({ [LINK]: { kind: 'link', url: FRESH } }) });
    expect(await urls(ladder, 2)).toEqual([LINK, FRESH]);
    const circle = start({
      openLink: says({ [LINK]: { kind: 'link', url: LINK } }),
      openContent: null,
    });
    expect(await urls(circle, 4)).toEqual([LINK, LINK, LINK, LINK]);
    expect(await circle.next()).toEqual(problem('not_video'));
  });

  it('says that the browser cannot play a video which is one, once it was loaded whole in vain', async () => {
    const fresh = vi.fn<LadderSources['fresh']>(() => Promise.resolve(null));
    const ladder = start({ openLink: says({ [LINK]: video(10) }), fresh });
    expect(await urls(ladder, 2)).toEqual([LINK, expect.stringMatching(/^blob:/)]);
    expect(await ladder.next()).toEqual(problem('unsupported'));
    const large = start({ openLink: says({ [LINK]: video(10, UNASKED.one + 1) }), fresh });
    await large.next();
    expect(await large.next()).toMatchObject(problem('large'));
    expect(fresh).not.toHaveBeenCalled();
  });

  it('loads what plays without jumps whole, unless it is large, cannot be read, or is a preview', async () => {
    const whole = async (answer: Opened, options: PlayLadderOptions = {}) => {
      const ladder = start({ openLink: says({ [LINK]: answer }) }, options);
      await ladder.next();
      return ladder.whole();
    };
    expect(await whole(video(10))).toMatchObject({ url: expect.stringMatching(/^blob:/) });
    expect(await whole(video(10, UNASKED.one + 1))).toBeNull();
    expect(await whole(problem('blocked'))).toBeNull();
    expect(await whole(video(10), { light: true })).toBeNull();
  });

  it('says what the link was told, when nothing else helps either', async () => {
    for (const reason of ['expired', 'not_video', 'unreachable', 'no_key'] as const) {
      const ladder = start({ openLink: says({ [LINK]: problem(reason) }), openContent: null });
      await ladder.next();
      expect(await ladder.next()).toEqual(problem(reason));
    }
  });

  it('loads a video whole where nothing streams, and tells how far it is', async () => {
    const shares: (number | null)[] = [];
    const ladder = start(
      { video: () => ({ kind: 'content' }), openContent: () => Promise.resolve(video(10)) },
      { onProgress: (share) => shares.push(share) },
    );
    expect(await ladder.next()).toMatchObject({
      url: expect.stringMatching(/^blob:/),
      readable: true,
    });
    expect(shares).toEqual([null, 1]);
  });

  it('asks before it loads a large video into memory, and takes yes for an answer', async () => {
    const sources: Partial<LadderSources> = {
      video: () => ({ kind: 'content' }),
      openContent: () => Promise.resolve(video(10, UNASKED.one + 1)),
    };
    expect(await start(sources).next()).toEqual({
      ...problem('large'),
      bytes: UNASKED.one + 1,
    });
    expect(await start(sources, { large: true }).next()).toMatchObject({ kind: 'source' });
  });

  it('only looks at what plays at once, when it is for a preview', async () => {
    const fresh = vi.fn<LadderSources['fresh']>(() => Promise.resolve(null));
    const openContent = vi.fn<() => Promise<Opened>>(() => Promise.resolve(video(10)));
    const gone = start({ openLink: says({ [LINK]: problem('expired') }), fresh }, { light: true });
    await gone.next();
    expect(await gone.next()).toEqual(problem('expired'));
    const whole = start({ video: () => ({ kind: 'content' }), openContent }, { light: true });
    expect(await whole.next()).toMatchObject({ kind: 'problem' });
    expect(fresh).not.toHaveBeenCalled();
    expect(openContent).not.toHaveBeenCalled();
  });

  it('gives back memory and streams when it is closed', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    const stream = aStream({ kind: 'whole-only' });
    const closed = vi.spyOn(stream, 'close');
    const ladder = start({
      video: () => ({ kind: 'content' }),
      stream: () => Promise.resolve(stream),
      openContent: () => Promise.resolve(video(10)),
    });
    await urls(ladder, 2);
    ladder.close();
    expect(closed).toHaveBeenCalledOnce();
    expect(revoked).toHaveBeenCalledOnce();
  });

  it('gives back at once what comes after it was closed', async () => {
    const revoked = vi.spyOn(URL, 'revokeObjectURL');
    const stream = aStream({ kind: 'whole-only' });
    const closed = vi.spyOn(stream, 'close');
    const kept = start({ kept: () => Promise.resolve(new File(['x'], 'a.mp4')) });
    const streamed = start({
      video: () => ({ kind: 'content' }),
      stream: () => Promise.resolve(stream),
    });
    const coming = [kept.next(), streamed.next()];
    kept.close();
    streamed.close();
    await Promise.all(coming);
    expect(revoked).toHaveBeenCalledOnce();
    expect(closed).toHaveBeenCalledOnce();
  });
});
