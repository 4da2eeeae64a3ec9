/**
 * Whether this is JSON, HTML, a link or plain text, whatever its header claims: every video has bytes near its start
 * that never occur in text.
 */
export function looksLikeText(first: Uint8Array): boolean {
  // The last character may be cut in half.
  const start = new TextDecoder().decode(first.slice(0, 64)).replace(/\uFFFD{1,3}$/, '');
  // oxlint-disable-next-line no-control-regex -- videos contain control characters, text does not
  return start !== '' && !/[\u0000-\u0008\u000E-\u001F\uFFFD]/.test(start);
}

/** Recognises mp4/mov (`ftyp` at byte 4) and webm, for services with a wrong content type. */
export function isVideo(first: Uint8Array): boolean {
  const text = String.fromCodePoint(...first.slice(0, 12));
  return text.slice(4, 8) === 'ftyp' || text.startsWith('\u001AE\u00DF\u00A3');
}

/** Content types services use for videos; otherwise the bytes decide. Of a list of types, browsers use the last. */
export function isVideoType(contentType: string): boolean {
  return /^(?!.*,)(?:video\/|application\/(?:octet-stream|mp4)|binary\/octet-stream)/i.test(
    contentType,
  );
}

/** Whether these first bytes start a video, judged by content type or signature; text never does. */
export function isVideoStart(first: Uint8Array, contentType: string): boolean {
  return !looksLikeText(first) && (isVideoType(contentType) || isVideo(first));
}
