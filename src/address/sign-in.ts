const QUERY = '?sign-in';

/**
 * Goes to the sign-in in front of the page, which leads back. The service worker would answer the page's own address
 * from its cache; with a query, the host answers.
 */
export function signInAgain(): void {
  location.search = QUERY;
}

/** Removes the query of `signInAgain` from the address, so that it can be used again. */
export function leaveSignIn(): void {
  if (location.search === QUERY) {
    history.replaceState(history.state, '', location.pathname + location.hash);
  }
}
