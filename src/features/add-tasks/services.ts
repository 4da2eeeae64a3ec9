import { SAMPLE_BASE } from '~/core/connection';
import { serviceName } from '~/i18n/service-name';

/** A service that can be chosen by name. */
export interface OfferedService {
  name: string;
  base: string;
  /** The relay adds the team's key: none is pasted. */
  teamKey?: boolean;
}

/** What the person who hosts the page offers. */
export interface Offer {
  services: readonly OfferedService[];
  /** Whether other addresses may be typed or pasted. */
  otherAddresses: boolean;
}

/** True where nobody needs a key: the relay adds the team's to everything that may be asked. */
export function needsNoKey({ services, otherAddresses }: Offer): boolean {
  return !otherAddresses && services.length > 0 && services.every(({ teamKey }) => teamKey);
}

/** The choice *Other…*: an address is typed. No base address is empty. */
export const OTHER = '';

/** What the admin offers, then what was used before, each address once. The sample service is no choice. */
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
 * The service that is meant: what the person chose, else what the text names, else the first there is. An address that
 * is not offered is `OTHER`, also where others are not allowed: then the form says so.
 * @param chosen a base address, `OTHER`, or null while nothing was chosen
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
