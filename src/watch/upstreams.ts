/** A service behind the relay, which the watcher asks itself. */
export interface Upstream {
  /** Its address behind the page's relay, by which the page knows it. */
  base: string;
  /** Its own address. */
  to: string;
  /** The team's key as a header; null if there is none. */
  adds: { header: string; value: string } | null;
}

/** Requests to the relay, sent where the relay would send them, with the key that it would add. */
export function withUpstreams(network: typeof fetch, upstreams: readonly Upstream[]): typeof fetch {
  return async (input, init) => {
    const url = input instanceof Request ? input.url : String(input);
    const upstream = upstreams.find(({ base }) => url.startsWith(`${base}/`));
    if (!upstream) return network(input, init);
    const headers = new Headers(init?.headers);
    if (upstream.adds) headers.set(upstream.adds.header, upstream.adds.value);
    const address = upstream.to + url.slice(upstream.base.length);
    return network(address, { ...init, headers, redirect: 'manual' });
  };
}
