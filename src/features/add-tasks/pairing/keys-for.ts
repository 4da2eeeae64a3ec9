import { analyse } from '~/features/add-tasks/recognise/analyse';

import { pairingOf, type Cluster } from './pairing';
import type { Secret } from './pieces';

/** The keys in a text that may be meant for one service. */
interface KeysFound {
  secrets: Secret[];
  /** The service that the text's keys belong to instead, if it is another. */
  elsewhere: string | null;
}

/**
 * Finds the keys for a service in a whole message, as the paste box does: those that stand with its address, else those
 * that stand with none. A single word is called a key here, so it need not look like one. Never throws.
 * @param ownOrigin the page's own origin, whose link is in many messages
 */
export function keysFor(text: string, base: string, ownOrigin: string | null = null): KeysFound {
  const word = text.trim();
  const found = keysIn(word, base, ownOrigin);
  const single = found.secrets.length === 0 && found.elsewhere === null && /^\S+$/.test(word);
  return single ? keysIn(`API key: ${word}`, base, ownOrigin) : found;
}

function keysIn(text: string, base: string, ownOrigin: string | null): KeysFound {
  const { segments } = analyse(text, { ownOrigin });
  const clustersWith = (configured: ReadonlySet<string>): Cluster[] =>
    pairingOf(segments, configured).clusters.filter(({ secrets }) => secrets.length > 0);
  const own = clustersWith(new Set([base])).filter(({ address }) =>
    isSameHost(address?.base, base),
  );
  if (own.length > 0) return { secrets: secretsOf(own), elsewhere: null };
  // Read without the service in mind, a bare link may be another's address.
  const all = clustersWith(new Set());
  const secrets = secretsOf(all.filter(({ address }) => address === null));
  const [other] = all.flatMap(({ address }) => address?.base ?? []);
  return { secrets, elsewhere: secrets.length === 0 ? (other ?? null) : null };
}

function secretsOf(clusters: readonly Cluster[]): Secret[] {
  return clusters.flatMap(({ secrets }) => secrets);
}

/** A host without `https://` is taken for one with it. */
export function isSameHost(found: string | undefined, base: string): boolean {
  if (found === undefined || !URL.canParse(found) || !URL.canParse(base)) return found === base;
  return new URL(found).host === new URL(base).host;
}
