import { SAMPLE_BASE } from '~/core/connection';
import type { Engine } from '~/engine/tasks/engine';

/** Puts the sample tasks on the board; the gateway that answers for them lives in this tab. */
export async function addSampleBoard(engine: Engine): Promise<void> {
  const { SAMPLE_BOARD, SAMPLE_KEY } = await import('~/demo/sample-board');
  await engine.add({
    base: SAMPLE_BASE,
    keys: [SAMPLE_KEY],
    keep: 'device',
    tasks: SAMPLE_BOARD,
    batch: null,
  });
}
