import type { TaskRef } from '~/core/answer';

/**
 * The services and models that are slower than usual today, for all of their tasks. Filled by code that the first cards
 * do not wait for; a card that runs draws anew every second, and only looks here.
 */
export const slowToday = new Set<string>();

/** What a model of a service is called there. */
export function slowName(
  { base }: Pick<TaskRef, 'base'>,
  model: string | null | undefined,
): string {
  return `${base} ${model ?? ''}`;
}
