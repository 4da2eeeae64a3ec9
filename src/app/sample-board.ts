import { SAMPLE_BASE } from '~/core/connection';
import type { Engine } from '~/engine/engine';

/** Adds the sample tasks as new; their gateway runs in this tab. */
export async function addSampleBoard(engine: Engine): Promise<void> {
  const { SAMPLE_BOARD, SAMPLE_KEY } = await import('~/demo/sample-board');
  for (const { taskId } of SAMPLE_BOARD) sampleBirths.forget(taskId);
  await engine.add({
    base: SAMPLE_BASE,
    keys: [SAMPLE_KEY],
    keep: 'device',
    tasks: SAMPLE_BOARD,
    batch: null,
  });
}

const nameOf = (id: string): string => `rushes-sample ${id}`;

/** When each sample task was first looked up, stored so that a reload does not restart it. */
export const sampleBirths = {
  get: (id: string): number | undefined => {
    try {
      return Number(localStorage.getItem(nameOf(id))) || undefined;
    } catch {
      return undefined;
    }
  },
  set: (id: string, at: number): void => {
    try {
      localStorage.setItem(nameOf(id), String(at));
    } catch {
      // Without storage the sample tasks restart with every reload, which does no harm.
    }
  },
  forget: (id: string): void => {
    try {
      localStorage.removeItem(nameOf(id));
    } catch {
      // As above.
    }
  },
};
