import type { Backup } from '~/engine/board-file/backup';
import type { BackupKey } from '~/engine/board-file/sealed-keys';
import type { Engine } from '~/engine/engine';
import { mergeIntoPast } from '~/engine/insight/past/past-store';

/**
 * Merges a backup with the board. Its keys go to the services they were stored for, before the tasks that need them;
 * a path or a scheme counts where this browser knows none. `undo` removes the tasks it added, and takes back what it said of others.
 */
export async function putBack(
  engine: Engine,
  { file, answers, paths, schemes, past }: Backup,
  keys: readonly BackupKey[],
): Promise<{ added: number; changed: number; undo: () => void }> {
  for (const [base, scheme] of schemes) {
    if (engine.schemeOf(base) === null) engine.setScheme(base, scheme);
  }
  for (const { base, apiKey, keep } of keys) {
    await engine.add({ base, keys: [apiKey], keep, tasks: [], batch: null });
  }
  const known = engine.lookUpPaths.getState().paths;
  for (const [base, path] of paths) if (!known.has(base)) engine.setLookUpPath(base, path);
  const { added, changed, undoChanges } = await engine.mergeBoard(file.tasks, answers);
  await mergeIntoPast(past);
  return {
    added: added.length,
    changed: changed.length,
    undo() {
      undoChanges();
      engine.remove(added);
    },
  };
}
