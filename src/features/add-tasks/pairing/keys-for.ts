import { analyse } from '~/features/add-tasks/recognise/analyse';

import { pairingOf } from './pairing';
import type { Secret } from './pieces';

/** The keys in a text that may be meant for one service. */
export interface KeysFound {
  secrets: Secret[];
  /** The service that the text's keys belong to instead, if it is another. */
  elsewhere: string | null;
}

/**
 * Finds the keys for a service in a whole message, as the paste box does: those that stand with its address, else those
 * that stand with none. A single word is called a key here, so it need not look like one. Never throws.
 */
export function keysFor(text: string, base: string): KeysFound {
  const word = text.trim();
  const found = keysIn(word, base);
  const single = found.secrets.length === 0 && found.elsewhere === null && /^\S+$/.test(word);
  return single ? keysIn(`API key: ${word}`, base) : found;
}

function keysIn(text: string, base: string): KeysFound {
  const { clusters } = pairingOf(analyse(text).segments, new Set([base]));
  const withKeys = clusters.filter(({ secrets }) => secrets.length > 0);
  const own = withKeys.filter(({ address }) => address?.base === base);
  const loose = withKeys.filter(({ address }) => address === null);
  const secrets = (own.length > 0 ? own : loose).flatMap((cluster) => cluster.secrets);
  return {
    secrets,
    elsewhere: secrets.length === 0 ? (withKeys[0]?.address?.base ?? null) : null,
  };
}
