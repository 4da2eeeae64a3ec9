import { DEFAULT_LOOK_UP_PATH, SAMPLE_BASE } from '~/core/connection';
import { refKey } from '~/core/answer';
import { writeBackup } from '~/engine/board-file/backup';
import type { Engine } from '~/engine/engine';
import { readPast } from '~/engine/insight/past/past-store';

/**
 * Everything this browser knows, as the text of a backup; the keys only under a passphrase.
 * @param now epoch ms
 */
export async function makeBackup(
  engine: Engine,
  views: readonly unknown[],
  passphrase: string | null,
  now: number,
): Promise<string> {
  const tracked = [...engine.tracked.getState().tasks.values()].filter(
    ({ base }) => base !== SAMPLE_BASE,
  );
  const answers = tracked.flatMap((task) => {
    const answer = engine.answers.get(task);
    return answer.task || answer.problem ? [[refKey(task), answer] as const] : [];
  });
  const paths = [...engine.lookUpPaths.getState().paths].filter(
    ([, path]) => path !== DEFAULT_LOOK_UP_PATH,
  );
  return writeBackup({
    file: {
      name: null,
      isBackup: true,
      madeAt: now,
      opens: null,
      tasks: tracked.map(
        ({ connectionId: _key, otherConnectionIds: _others, ...carried }) => carried,
      ),
    },
    answers,
    paths,
    schemes: [...engine.authSchemes.getState().schemes].map(
      ([base, { scheme }]) => [base, scheme] as const,
    ),
    views,
    past: await readPast(),
    keys: passphrase === null ? null : await engine.sealKeys(passphrase),
  });
}
