/** JSON, a page or a bare link, whatever its header calls it: no film begins with these characters. */
export function looksLikeText(first: Uint8Array): boolean {
  const start = new TextDecoder().decode(first.slice(0, 64)).replace(/^[\s\uFEFF]+/, '');
  return /^(?:[{["<]|https?:\/\/)/i.test(start);
}

/** The marks of mp4/mov (`ftyp` at byte 4) and of webm, for services that call a film something else. */
export function isFilm(first: Uint8Array): boolean {
  const text = String.fromCodePoint(...first.slice(0, 12));
  return text.slice(4, 8) === 'ftyp' || text.startsWith('\u001AE\u00DF\u00A3');
}

/** What services call films; the bytes decide for everything else. */
export function isFilmType(contentType: string): boolean {
  return /^(?:video\/|application\/(?:octet-stream|mp4)|binary\/octet-stream)/i.test(contentType);
}
