import { createStore, type StoreApi } from 'zustand/vanilla';

import type { AuthScheme, SchemeSource, StoredScheme } from '~/core/auth-scheme';

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
  /** Another tab has set it. */
  accept(base: string, stored: StoredScheme): void;
}

/** What is known at the start, and what to do with news. */
export interface AuthSchemesOptions {
  /** What was stored in this browser. */
  remembered: Iterable<[base: string, stored: StoredScheme]>;
  /** What an admin set for a service, or null. */
  configured: ((base: string) => AuthScheme | null) | undefined;
  /** To be stored, and told to other tabs. */
  onSet: (base: string, stored: StoredScheme) => void;
  /** Requests to this service change from now on. */
  onChange: (base: string) => void;
}

/** Keeps how every service wants its key. */
export function createAuthSchemes(options: AuthSchemesOptions): AuthSchemes {
  const known = createStore<KnownSchemes>(() => ({ schemes: new Map(options.remembered) }));
  const schemeOf = (base: string, shown: AuthScheme | null = null): AuthScheme | null => {
    const stored = known.getState().schemes.get(base);
    const chosen = stored?.by === 'person' ? stored.scheme : null;
    return chosen ?? options.configured?.(base) ?? shown ?? stored?.scheme ?? null;
  };
  /** False if a person has chosen and this is only pasted. */
  const put = (base: string, stored: StoredScheme): boolean => {
    const { schemes } = known.getState();
    if (stored.by === 'pasted' && schemes.get(base)?.by === 'person') return false;
    const before = schemeOf(base);
    known.setState({ schemes: new Map(schemes).set(base, stored) });
    if (schemeOf(base) !== before) options.onChange(base);
    return true;
  };
  return {
    known,
    schemeOf,
    set(base, scheme, by) {
      const stored = { scheme, by };
      if (put(base, stored)) options.onSet(base, stored);
    },
    accept: (base, stored) => void put(base, stored),
  };
}
