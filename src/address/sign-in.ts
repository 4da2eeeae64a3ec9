/**
 * Leaves for the sign-in before the page, which leads back. The service worker answers the page's own address from
 * memory; with a query it is the host that answers.
 */
export function signInAgain(): void {
  location.search = '?sign-in';
}
