import { counted } from './counted';
import { eachVideo, type SaveItem, type SaveNews } from './each-video';
import { inBase64 } from './in-base64';

/** What a page says of one video. All of it is text. */
export interface PageCard {
  title: string;
  /** Cards of one shot that follow each other share a heading. */
  shot: string | null;
  prompt: string | null;
  /** Such as its model, size and length. */
  facts: readonly string[];
  isPicked: boolean;
  /** A small picture as a `data:` URL; null if there is none. */
  poster: string | null;
}

/** A video that a page shows. */
export interface PageItem extends SaveItem {
  card: () => Promise<PageCard>;
}

/** The page's own words, in its language. */
export interface PageWords {
  /** Such as `zh-CN`. */
  language: string;
  title: string;
  /** Who made it and when. */
  about: string;
  play: string;
  picked: string;
  /** In place of a video that could not be fetched. */
  missing: string;
}

/** The most bytes of videos in one page: browsers read a page whole before they show it. */
const MOST_BYTES = 300_000_000;

/** One page cannot hold so many videos. */
export class PageTooLarge extends Error {}

/**
 * One HTML file that shows videos without a network, in any browser: it has everything in it. Written as it is read.
 * @param most bytes of videos; with more, the stream fails as `PageTooLarge`
 */
export function webPage(
  items: readonly PageItem[],
  words: PageWords,
  news: SaveNews,
  signal: AbortSignal,
  most = MOST_BYTES,
): ReadableStream<Uint8Array> {
  const parts = wholePage(items, words, news, signal, most);
  const encoder = new TextEncoder();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await parts.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => void (await parts.return()),
  });
}

async function* wholePage(
  items: readonly PageItem[],
  words: PageWords,
  news: SaveNews,
  signal: AbortSignal,
  most: number,
): AsyncGenerator<string, void, void> {
  yield startOf(words);
  let shot: string | null = null;
  let bytes = 0;
  const left = [...items];
  const next = async (item: PageItem, video: string | null): Promise<string> => {
    signal.throwIfAborted();
    const card = await item.card();
    const start = headingOf(card, shot) + cardStart(card, words, video);
    ({ shot } = card);
    return start;
  };
  for await (const coming of eachVideo(items, [], news, signal)) {
    for (const item of left.splice(0, left.indexOf(coming.item))) {
      yield (await next(item, null)) + CARD_END;
    }
    left.shift();
    const { type } = coming.video;
    yield await next(coming.item, playInside(words));
    yield `<script type="text/plain" data-type="${escaped(type)}">`;
    let own = 0;
    const watched = (share: number | null, sum: number): void => {
      own = sum;
      coming.onProgress(share);
    };
    for await (const text of inBase64(counted(coming.video, watched), signal)) {
      if (bytes + own > most) throw new PageTooLarge();
      if (text === null) coming.broke = 'incomplete';
      else yield text;
    }
    bytes += own;
    yield `</script>${coming.broke ? missing(words) : ''}${CARD_END}`;
  }
  for (const item of left) yield (await next(item, null)) + CARD_END;
  yield END;
}

/** The page that stands beside the files of its videos; `nameOf` says which of them came. */
export async function indexPage(
  items: readonly PageItem[],
  words: PageWords,
  nameOf: ReadonlyMap<SaveItem, string>,
  signal: AbortSignal,
): Promise<string> {
  const parts = [startOf(words)];
  let shot: string | null = null;
  for (const item of items) {
    signal.throwIfAborted();
    const card = await item.card();
    const name = nameOf.get(item);
    const poster = card.poster === null ? '' : ` poster="${escaped(card.poster)}"`;
    const source = name === undefined ? '' : escaped(encodeURIComponent(name));
    const video = `<video controls preload="metadata" src="${source}"${poster}></video>`;
    parts.push(headingOf(card, shot), cardStart(card, words, name === undefined ? null : video));
    parts.push(CARD_END);
    ({ shot } = card);
  }
  return [...parts, END].join('');
}

/** Text as it may stand in HTML, also within an attribute. */
function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`);
}

function startOf({ language, title, about }: PageWords): string {
  return `<!doctype html>
<html lang="${escaped(language)}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; script-src '${SCRIPT_HASH}'; img-src data:; media-src 'self' blob: file: data:">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
<main>
<h1>${escaped(title)}</h1>
<p class="about">${escaped(about)}</p>
`;
}

function headingOf({ shot }: PageCard, before: string | null): string {
  return shot === before || shot === null ? '' : `<h2>${escaped(shot)}</h2>\n`;
}

function cardStart(card: PageCard, words: PageWords, video: string | null): string {
  const { title, prompt, facts, isPicked, poster } = card;
  const face = poster === null ? '' : `<img alt="" src="${escaped(poster)}">`;
  const picked = isPicked ? ` <span class="picked">★ ${escaped(words.picked)}</span>` : '';
  const about = facts.length > 0 ? `<p class="facts">${escaped(facts.join(' · '))}</p>` : '';
  const said = prompt === null ? '' : `<p class="prompt">${escaped(prompt)}</p>`;
  const frame = video?.startsWith('<video') ? video : face + (video ?? '');
  return `<article>
<div class="frame">${frame}</div>
<h3>${escaped(title)}${picked}</h3>${about}${said}${video === null ? missing(words) : ''}
`;
}

function playInside({ play }: PageWords): string {
  return `<button type="button">▶ ${escaped(play)}</button>`;
}

function missing(words: PageWords): string {
  return `<p class="missing">${escaped(words.missing)}</p>`;
}

const CARD_END = '</article>\n';

const STYLE = `
:root { color-scheme: light dark; font: 1rem/1.5 system-ui, sans-serif }
body { margin: 0 }
main { max-width: 75rem; margin: auto; padding: 1.5rem; display: grid; gap: 1.5rem; grid-template-columns: repeat(auto-fill, minmax(min(20rem, 100%), 1fr)) }
h1, h2, .about { grid-column: 1 / -1; margin: 0 }
h3 { font-size: 1rem; margin: .5rem 0 0; overflow-wrap: anywhere }
.frame { position: relative; aspect-ratio: 16 / 9; background: #16181c; border-radius: .75rem; overflow: hidden }
.frame > * { width: 100%; height: 100% }
img, video { object-fit: contain }
button { position: absolute; inset: 0; border: 0; background: rgb(0 0 0 / 35%); color: #fff; font: inherit; font-weight: 600; cursor: pointer }
button:focus-visible { outline: 3px solid Highlight; outline-offset: -6px }
.about, .facts, .prompt { opacity: .8 }
.facts, .prompt, .missing { margin: .25rem 0 0; font-size: .875rem; overflow-wrap: anywhere }
.prompt { white-space: pre-line }
.picked { font-weight: 400; font-size: .875rem; white-space: nowrap }
`;

/** Makes a video of what stands in its card, when somebody presses *Play*. */
export const SCRIPT = `
for (const button of document.querySelectorAll('button')) {
  button.addEventListener('click', () => {
    const { textContent, dataset } = button.closest('article').querySelector('script');
    const bytes = Uint8Array.from(atob(textContent), (letter) => letter.charCodeAt(0));
    const video = document.createElement('video');
    video.controls = true;
    video.src = URL.createObjectURL(new Blob([bytes], { type: dataset.type }));
    button.parentElement.replaceChildren(video);
    video.focus();
    video.play();
  });
}
`;

/** The policy of the page lets this script run alone. A test compares it. */
export const SCRIPT_HASH = 'sha256-+ax8mD6h7G/VDh4qiCSQimWWaFeIK/XGFhMfZKtPa04=';

const END = `</main>
<script>${SCRIPT}</script>
</html>
`;
