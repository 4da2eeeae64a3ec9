/** Hands a file that the page made to the browser's downloads. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  click({ href: url, download: name });
  // The browser reads the address when it starts the download, which may be a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * Downloads what the page's service worker answers as an attachment. A link with `download` would pass the service
 * worker by; a frame does not, and an attachment never shows in it.
 */
export function saveFromWorker(url: string): void {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.src = url;
  document.body.append(frame);
  setTimeout(() => frame.remove(), 60_000);
}

/** Opens a link beside the page, which tells it nothing about us. */
export function openTab(url: string): void {
  click({ href: url, target: '_blank', rel: 'noopener noreferrer' });
}

function click(attributes: Partial<HTMLAnchorElement>): void {
  Object.assign(document.createElement('a'), attributes).click();
}
