/** Hands a file made by the page to the browser's downloads. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  click({ href: url, download: name });
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
