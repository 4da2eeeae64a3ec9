import { MAX_COMPARED } from '~/address/comparison';
import { openDialog } from '~/address/dialogs';
import type { CardFacts } from '~/engine/answers/card-of';
import type { Engine } from '~/engine/engine';
import type { MessageKey } from '~/i18n/message-key';
import type { Translate } from '~/i18n/i18n';
import { compareWith } from '~/task-view/compare-with';
import { removeWithUndo } from '~/task-view/remove';

import { splitFor, type BulkAction, type Skip } from './bulk';
import { tellOutcome } from './outcome';

interface Scene {
  engine: Engine;
  t: Translate;
  now: number;
  /** The button that was pressed. */
  anchor: HTMLElement;
}
type Run = (
  fit: readonly CardFacts[],
  scene: Scene,
) => { text: string; undo: (() => void) | null } | null;

/** Does it with all chosen tasks that allow it, and tells what has become of them. */
export function runBulk(action: BulkAction, cards: readonly CardFacts[], scene: Scene): void {
  const { fit, skipped } = splitFor(action, cards);
  const done = fit.length === 0 ? null : RUNS[action](fit, scene);
  const [most] = skipped;
  tellOutcome(
    done === null
      ? null
      : {
          ...done,
          skipped: most
            ? {
                text: skippedText(skipped, scene.t),
                keys: skipped.flatMap(({ keys }) => keys),
              }
            : null,
        },
  );
}

function skippedText(
  skipped: readonly { why: Skip; keys: readonly string[] }[],
  t: Translate,
): string {
  const n = skipped.reduce((sum, { keys }) => sum + keys.length, 0);
  const [most, another] = skipped;
  // Of several reasons none is said to be that of all.
  const why = most && !another ? t(SKIP_WORDS[most.why]) : null;
  return why === null ? t('select.skipped', { n }) : t('select.skippedWhy', { n, why });
}

const SKIP_WORDS = {
  running: 'select.why.running',
  failed: 'select.why.failed',
  gaveNone: 'select.why.noVideo',
  keyed: 'select.why.noLink',
  noKey: 'select.why.noKey',
} as const satisfies Record<Skip, MessageKey>;

const keysOf = (cards: readonly CardFacts[]): string[] => cards.map(({ key }) => key);

const RUNS: Record<BulkAction, Run> = {
  download(fit) {
    openDialog({ kind: 'download', tasks: fit.map(({ tracked }) => tracked) });
    return null;
  },
  compare(fit) {
    compareWith(...fit.slice(0, MAX_COMPARED).map(({ tracked }) => tracked));
    return null;
  },
  pick(fit, { engine, t, now }) {
    const unpicks = fit.every(({ tracked }) => tracked.pickedAt !== null);
    const undo = engine.edit(keysOf(fit), { pickedAt: unpicks ? null : now });
    return { text: t(unpicks ? 'select.unpicked' : 'select.picked', { n: fit.length }), undo };
  },
  tag(fit) {
    openDialog({ kind: 'tag', keys: keysOf(fit) });
    return null;
  },
  move(fit) {
    openDialog({ kind: 'move', keys: keysOf(fit) });
    return null;
  },
  copy(fit, { anchor }) {
    openDialog({ kind: 'copy', keys: keysOf(fit), anchor });
    return null;
  },
  checkNow(fit, { engine, t }) {
    engine.checkNow(keysOf(fit));
    return { text: t('select.checking', { n: fit.length }), undo: null };
  },
  remove(fit, { engine }) {
    removeWithUndo(engine, keysOf(fit));
    return null;
  },
};
