import type { TrackedTask } from './tracked';

/** A group that new tasks belong to from the start: its name, and what makes them part of it. */
export interface AddInto {
  name: string;
  fields: Partial<Pick<TrackedTask, 'batch' | 'shot' | 'columns'>>;
}
