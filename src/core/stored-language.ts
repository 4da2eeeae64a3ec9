/** Where the page writes which language its service worker is to store for a start without a network. */
export const LANGUAGE_CACHE = 'rushes-language';
/** Relative to the page, which tells several pages on one origin apart. */
export const LANGUAGE_PLACE = './language';
