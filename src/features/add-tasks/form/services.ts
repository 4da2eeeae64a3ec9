import type { Known } from '~/features/add-tasks/pairing/plan';

/** A service that can be chosen by name. */
interface OfferedService {
  name: string;
  base: string;
  /** The relay adds the team's key, so none is pasted. */
  teamKey?: boolean;
}

/** What the page's host offers. */
export interface Offer {
  services: readonly OfferedService[];
  /** Whether other addresses are allowed. */
  otherAddresses: boolean;
}

/** True if nobody needs a key, because the relay adds the team's to every allowed request. */
export function needsNoKey({ services, otherAddresses }: Offer): boolean {
  return !otherAddresses && services.length > 0 && services.every(({ teamKey }) => teamKey);
}

/** The choice *Other…*, where an address is typed. No base address is empty. */
export const OTHER = '';

/** Nothing is chosen yet, and there is more than one possibility. No base address is a single space. */
export const UNDECIDED = ' ';

/** The bases that a select offers: those in the text, the host's, and those used before if others are allowed. */
export function basesOffered(
  inText: readonly { base: string }[],
  { services, otherAddresses, used }: Known,
): string[] {
  const others = otherAddresses ? [...inText, ...used] : [];
  return [...new Set([...services, ...others].map(({ base }) => base))];
}
