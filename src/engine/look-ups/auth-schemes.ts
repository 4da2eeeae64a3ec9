import { createStore, type StoreApi } from 'zustand/vanilla';

import type { AuthScheme, SchemeSource, StoredScheme } from '~/core/auth-scheme';
import type { Bus } from '~/engine/bus';

/** How services want their keys, as chosen by a person or read in pasted text. Replaced, never mutated. */
export interface KnownSchemes {
  schemes: ReadonlyMap<string, StoredScheme>;
}

/** How every service wants its key. Nothing is tried: a service is asked in one way only. */
export interface AuthSchemes {
  readonly known: StoreApi<KnownSchemes>;
  /**
   * The person's choice, else the admin's, else what the pasted text showed; null if nobody said anything: then the
   * gateway goes by the host.
   * @param shown what a text shows that is not added yet
   */
  schemeOf(base: string, shown?: AuthScheme | null): AuthScheme | null;
  /** Pasted text never replaces a person's choice. */
  set(base: string, scheme: AuthScheme, by: SchemeSource): void;
}

/** What is known at the start. */
interface AuthSchemesOptions {
  /** What was stored in this browser. */
  remembered: Iterable<[base: string, stored: StoredScheme]>;
  /** What an admin set for a service, or null. */
  configured: ((base: string) => AuthScheme | null) | undefined;
  bus: Bus;
}

/** Keeps how every service wants its key, as set in this tab or another. */
export function createAuthSchemes(options: AuthSchemesOptions): AuthSchemes {
  const { bus } = options;
  const known = createStore<KnownSchemes>(() => ({ schemes: new Map(options.remembered) }));
  const schemeOf = (base: string, shown: AuthScheme | null = null): AuthScheme | null => {
    const stored = known.getState().schemes.get(base);
    const chosen = stored?.by === 'person' ? stored.scheme : null;
    return chosen ?? options.configured?.(base) ?? shown ?? stored?.scheme ?? null;
  };
  const isChosen = (base: string): boolean => known.getState().schemes.get(base)?.by === 'person';
  bus.on('scheme', ({ base, stored }) => {
    if (stored.by === 'pasted' && isChosen(base)) return;
    const before = schemeOf(base);
    known.setState({ schemes: new Map(known.getState().schemes).set(base, stored) });
    if (schemeOf(base) !== before) bus.emit({ type: 'new-scheme', base });
  });
  return {
    known,
    schemeOf,
    set(base, scheme, by) {
      if (by === 'pasted' && isChosen(base)) return;
      bus.emit({ type: 'scheme', base, stored: { scheme, by } });
    },
  };
}
