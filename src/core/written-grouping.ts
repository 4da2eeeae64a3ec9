import { headingOf, type GroupBy } from './group-by';

/** Whether its name is a field of the tasks: something the person wrote, and can write anew. */
export function isWritten(by: GroupBy): boolean {
  return by === 'batch' || by === 'shot' || headingOf(by) !== null;
}
