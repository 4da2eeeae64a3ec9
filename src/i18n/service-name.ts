import type { ServiceBase } from '~/core/connection';

let names: ReadonlyMap<ServiceBase, string> = new Map();

/** Sets the names the page's host gave to services, effective from the next render. */
export function setServiceNames(services: readonly { base: ServiceBase; name: string }[]): void {
  names = new Map(services.map(({ base, name }) => [base, name]));
}

/** A service's display name: the one the host gave it, or its address without the scheme. */
export function serviceName(base: ServiceBase): string {
  return names.get(base) ?? base.replace(/^https?:\/\//i, '');
}
