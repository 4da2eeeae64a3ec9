/**
 * A header that the service worker sets on config.json: the page was drawn under a policy that is no longer its host's.
 * Browsers take that up with a new start only.
 */
export const RENEWED = 'x-page-renewed';
