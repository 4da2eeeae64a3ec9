/**
 * JSON, a page, a link or plain words, whatever its header calls it: every video has bytes among its first ones that
 * stand in no text.
 */
export function looksLikeText(first: Uint8Array): boolean {
  // A letter may be cut in two at the end.
  const start = new TextDecoder().decode(first.slice(0, 64)).replace(/\uFFFD{1,3}$/, '');
  // oxlint-disable-next-line no-control-regex -- control characters are what videos have and texts have not
  return start !== '' && !/[\u0000-\u0008\u000E-\u001F\uFFFD]/.test(start);
}

/** The marks of mp4/mov (`ftyp` at byte 4) and of webm, for services that call a video something else. */
export function isVideo(first: Uint8Array): boolean {
  const text = String.fromCodePoint(...first.slice(0, 12));
  return text.slice(4, 8) === 'ftyp' || text.startsWith('\u001AE\u00DF\u00A3');
}

/** What services call videos; the bytes decide for everything else. Of a list of types, browsers take the last one. */
export function isVideoType(contentType: string): boolean {
  return /^(?!.*,)(?:video\/|application\/(?:octet-stream|mp4)|binary\/octet-stream)/i.test(
    contentType,
  );
}

/** Whether what begins with these bytes is a video, by what it is called or else by its own marks; words never are. */
export function isVideoStart(first: Uint8Array, contentType: string): boolean {
  return !looksLikeText(first) && (isVideoType(contentType) || isVideo(first));
}
