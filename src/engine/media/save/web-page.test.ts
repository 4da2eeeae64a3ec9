// @vitest-environment happy-dom
import { createHash } from 'node:crypto';

import { describe, expect, it } from 'vitest';

import type { NoVideo, VideoDownload, VideoProblem } from '~/core/video';
import { testVideo } from '~/engine/media/test-video';
import * as fc from '~test/properties';

import { aCard, WORDS } from './test-page';
import { indexPage, PageTooLarge, SCRIPT, SCRIPT_HASH, webPage } from './web-page';
import type { PageCard, PageItem } from './web-page';

const on = new AbortController().signal;

const item = (
  key: string,
  video: VideoDownload | NoVideo,
  card: Partial<PageCard> = {},
): PageItem => ({
  key,
  nameFor: () => `${key}.mp4`,
  open: () => Promise.resolve(video),
  cells: [],
  card: () => Promise.resolve(aCard({ title: key, ...card })),
});

async function saved(items: readonly PageItem[]) {
  const failed: [string, VideoProblem][] = [];
  const news = {
    onProgress: () => {},
    onDone: () => {},
    onFailed: (key: string, reason: VideoProblem) => failed.push([key, reason]),
  };
  const html = await new Response(webPage(items, WORDS, news, on) as BodyInit).text();
  return { html, page: read(html), failed };
}

/** Read as text alone: nothing in it is loaded or run. */
const read = (html: string): Document => new DOMParser().parseFromString(html, 'text/html');

const inside = (page: Document): (string | null)[] =>
  [...page.querySelectorAll('article')].map((card) => {
    const data = card.querySelector('script')?.textContent;
    return data === undefined ? null : atob(data);
  });

describe('a page with the videos in it', () => {
  it('has every video whole, however its bytes come', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.string({ unit: 'binary-ascii' })), async (chunks) => {
        const { page } = await saved([item('a', testVideo(chunks)), item('b', testVideo(['sea']))]);
        expect(inside(page)).toEqual([chunks.join(''), 'sea']);
      }),
    );
  });

  it('keeps the order, heads the takes of a shot once, and says which video is missing', async () => {
    const { page, failed } = await saved([
      item('a', testVideo(['1']), { shot: 'SH010', isPicked: true }),
      item('b', { kind: 'problem', reason: 'expired' }, { shot: 'SH010' }),
      item('c', testVideo(['half', new TypeError('network')]), { shot: 'SH020' }),
      item('d', { kind: 'problem', reason: 'expired' }, { shot: 'SH020' }),
    ]);
    const texts = [...page.querySelectorAll('h2, h3, .missing')].map((one) => one.textContent);
    expect(texts).toEqual([
      'SH010',
      'a ★ Picked',
      'b',
      WORDS.missing,
      'SH020',
      'c',
      WORDS.missing,
      'd',
      WORDS.missing,
    ]);
    expect(failed).toEqual([
      ['b', 'expired'],
      ['c', 'unreachable'],
      ['d', 'expired'],
    ]);
  });

  it('takes all that is written about a video for text', async () => {
    const evil = `"'><script>alert(1)</script><img src=x onerror=alert(1)>`;
    const card = { title: evil, shot: evil, prompt: evil, facts: [evil], poster: evil };
    const { page } = await saved([item('a', testVideo(['x'], { type: evil }), card)]);
    expect(page.querySelector('h3')?.textContent).toBe(evil);
    // Its own one and the video's data; the picture is a frame's.
    expect(page.querySelectorAll('script')).toHaveLength(2);
    expect(page.querySelectorAll('img')).toHaveLength(1);
    expect(page.querySelector('[onerror]')).toBeNull();
  });

  it('stops before it is too large for a browser, and says so', async () => {
    const video = testVideo(Array.from({ length: 50 }, () => 'x'.repeat(1000)));
    const page = webPage([item('a', testVideo(['x'])), item('b', video)], WORDS, quiet, on, 10_000);
    const reader = page.getReader();
    const drained = (async () => {
      for (;;) if ((await reader.read()).done) return;
    })();
    await expect(drained).rejects.toBeInstanceOf(PageTooLarge);
    await expect.poll(video.cancelled).toBe(true);
    expect(video.pulled()).toBeLessThan(20);
  });

  it('runs no script but its own', () => {
    const hash = createHash('sha256').update(SCRIPT).digest('base64');
    expect(SCRIPT_HASH).toBe(`sha256-${hash}`);
  });
});

describe('a page beside the videos', () => {
  it('plays the files that came, by their names', async () => {
    const items = [item('a', testVideo([])), item('b', testVideo([]))];
    const names = new Map([[items[0] as PageItem, 'SH010 “A & B” – 100 %.mp4']]);
    const page = read(await indexPage(items, WORDS, names, on));
    const videos = [...page.querySelectorAll('video')].map((video) => video.getAttribute('src'));
    expect(videos.map((name) => decodeURIComponent(name ?? ''))).toEqual([
      'SH010 “A & B” – 100 %.mp4',
    ]);
    expect(page.querySelectorAll('.missing')).toHaveLength(1);
  });
});

it('who stops it waits for no further card, in the page or beside the videos', async () => {
  for (const way of ['in', 'beside'] as const) {
    const stop = new AbortController();
    const made: string[] = [];
    const items = ['a', 'b', 'c'].map((key) => ({
      ...item(key, key === 'a' ? testVideo(['x']) : { kind: 'problem', reason: 'expired' }),
      card: async () => {
        made.push(key);
        // The first card that comes after the last video.
        if (key === 'b') stop.abort();
        return aCard();
      },
    }));
    const whole =
      way === 'in'
        ? new Response(webPage(items, WORDS, quiet, stop.signal) as BodyInit).text()
        : indexPage(items, WORDS, new Map(), stop.signal);
    await expect(whole).rejects.toMatchObject({ name: 'AbortError' });
    expect(made).toEqual(['a', 'b']);
  }
});

const quiet = { onProgress: () => {}, onDone: () => {}, onFailed: () => {} };
