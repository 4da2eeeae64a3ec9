const QUERY = '?sign-in';

/**
 * Leaves for the sign-in before the page, which leads back. The service worker answers the page's own address from
 * memory; with a query it is the host that answers.
 */
export function signInAgain(): void {
  location.search = QUERY;
}

/** Takes the query of `signInAgain` out of the address: the same one again would lead nowhere. */
export function leaveSignIn(): void {
  if (location.search === QUERY) {
    history.replaceState(history.state, '', location.pathname + location.hash);
  }
}
