/**
 * A header the service worker sets on config.json when the page was loaded under a policy its host has since changed.
 * Browsers apply a new policy only on reload.
 */
export const RENEWED = 'x-page-renewed';
