import { DEFAULT_LOOK_UP_PATH } from '~/core/connection';

/**
 * Where gateways serve the same answer, likeliest first: the usual path, then those of the query style, of
 * new-api's own task route, and of gateways that keep everything below `/api`.
 */
export const DOORS = [
  DEFAULT_LOOK_UP_PATH,
  '/v1/video/query?id={id}',
  '/v1/video/generations/{id}',
  '/api/v1/videos/{id}',
] as const;

/** Finds out by which path a service is asked: one try a door and service, each one a look-up of the budget. */
export interface Doors {
  /** The path to ask with now. */
  pathOf(base: string): string;
  /** There is no such route. True where another door is left to try. */
  closed(base: string, path: string): boolean;
  /** A readable answer came: this is the service's door from now on. */
  opened(base: string, path: string): void;
  /** Forgets which doors were closed: the person asks again. */
  retry(base: string): void;
}

/** @param known paths by service, as an admin set them or this browser remembers @param onFound a path to remember */
export function createDoors(
  known: ReadonlyMap<string, string>,
  onFound: (base: string, path: string) => void,
): Doors {
  const settled = new Map(known);
  const closed = new Map<string, Set<string>>();
  const left = (base: string): string | undefined =>
    DOORS.find((path) => closed.get(base)?.has(path) !== true);
  return {
    pathOf: (base) => settled.get(base) ?? left(base) ?? DEFAULT_LOOK_UP_PATH,
    closed(base, path) {
      const door = settled.get(base);
      // Another task found the door while this look-up stood before the wrong one.
      if (door !== undefined) return door !== path;
      const paths = closed.get(base) ?? new Set<string>();
      closed.set(base, paths.add(path));
      return left(base) !== undefined;
    },
    opened(base, path) {
      if (settled.get(base) === path) return;
      settled.set(base, path);
      // The usual path needs no row: it is what everybody starts with.
      if (path !== DEFAULT_LOOK_UP_PATH) onFound(base, path);
    },
    retry: (base) => void closed.delete(base),
  };
}
