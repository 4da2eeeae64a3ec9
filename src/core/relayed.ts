/** Whether a service is reached through the relay of the page's own host. */
export function isRelayed(base: string): boolean {
  return /\/relay\/[a-z0-9-]+\/?$/.test(base);
}
