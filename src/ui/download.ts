/** WebKit drops a download when the next link is clicked before it has begun, in ms. */
const GAP = 500;
let nextAt = 0;

/** Hands a file made by the page to the browser's downloads: the first at once, others shortly after one another. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const now = performance.now();
  const at = Math.max(now, nextAt);
  nextAt = at + GAP;
  const save = (): void => click({ href: url, download: name });
  if (at === now) save();
  else setTimeout(save, at - now);
  // The browser reads the URL when the download starts, which may be a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Downloads what the service worker answers as an attachment. A link with `download` would bypass the service worker;
 * an iframe does not, and an attachment never shows in it.
 */
export function saveFromWorker(url: string): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = url;
  document.body.append(frame);
  setTimeout(() => frame.remove(), 60_000);
}

/** Opens a link in a new tab, without a referrer or an opener. */
export function openTab(url: string): void {
  click({ href: url, target: '_blank', rel: 'noopener noreferrer' });
}

function click(attributes: Partial<HTMLAnchorElement>): void {
  Object.assign(document.createElement('a'), attributes).click();
}
