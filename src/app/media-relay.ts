/**
 * Sends requests for films of these hosts through the relay of the host that serves the page: theirs may not be read by
 * a page. Requests that carry a key go where they were meant to go, and nowhere else.
 * @param hosts `cdn.example.com`, with a port where it is not the usual one
 * @param home the page's own address
 */
export function withMediaRelay(
  network: typeof fetch,
  hosts: readonly string[],
  home: string,
): typeof fetch {
  const known = new Set(hosts);
  return async (input, init) => {
    if (typeof input !== 'string' || !input.startsWith('https://')) return network(input, init);
    const { host, pathname, search } = new URL(input);
    // A key would be in a header, whatever its name; requests for films have none of their own.
    if (!known.has(host) || init?.headers !== undefined) return network(input, init);
    return network(new URL(`relay/media/${host}${pathname}${search}`, home).href, init);
  };
}
