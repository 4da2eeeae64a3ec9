import type { ServiceBase } from '~/core/connection';

let names: ReadonlyMap<ServiceBase, string> = new Map();

/** Gives services the names that the host of the page chose for them, from the next drawing on. */
export function setServiceNames(services: readonly { base: ServiceBase; name: string }[]): void {
  names = new Map(services.map(({ base, name }) => [base, name]));
}

/** A service as people know it: by the name the host gave it, else by its address without the scheme. */
export function serviceName(base: ServiceBase): string {
  return names.get(base) ?? base.replace(/^https?:\/\//i, '');
}
