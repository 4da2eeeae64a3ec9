import { SAMPLE_BASE } from '~/core/connection';
import { serviceName } from '~/i18n/service-name';

/** A service that can be chosen by name. */
export interface OfferedService {
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

/** The admin's services, then those used before, without duplicates. The sample service cannot be chosen. */
export function choices(
  offered: readonly OfferedService[],
  used: Iterable<string>,
): OfferedService[] {
  const found = new Map(offered.map((service) => [service.base, service]));
  for (const base of used) {
    if (base !== SAMPLE_BASE && !found.has(base))
      found.set(base, { name: serviceName(base), base });
  }
  return [...found.values()];
}

/**
 * The service that is meant: the person's choice, or the one in the text, or the first. An address that is not offered
 * is `OTHER`, even if others are not allowed; the form then says so.
 * @param chosen a base address, `OTHER`, or null if nothing has been chosen
 */
export function chosenService(
  chosen: string | null,
  inText: readonly { base: string }[],
  services: readonly OfferedService[],
): string {
  if (chosen !== null) return chosen;
  const named = inText[0]?.base;
  if (named !== undefined) return services.some(({ base }) => base === named) ? named : OTHER;
  return services[0]?.base ?? OTHER;
}
