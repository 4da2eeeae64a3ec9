import { openDialog } from '~/address/dialogs';
import type { CardFacts } from '~/engine/answers/card-of';
import type { Engine } from '~/engine/engine';
import { mediaOf } from '~/engine/media/media-of';
import type { Translate } from '~/i18n/i18n';
import { compareWith } from '~/task-view/compare-with';
import { removeWithUndo } from '~/task-view/remove';

import { atOneService, splitFor, type BulkAction, type Skipped } from './bulk';
import { moveElsewhere } from './move-elsewhere';
import { tellOutcome } from './outcome';

interface Scene {
  engine: Engine;
  t: Translate;
  now: number;
}
interface Done {
  /** Null while a dialog goes on with it. */
  text: string | null;
  undo: (() => void) | null;
  /** Left out on top of what the rules left out. */
  skipped?: Skipped;
}
/** Null where a dialog goes on with it, and nothing more was left out. */
type Run = (fit: readonly CardFacts[], scene: Scene) => Done | null | Promise<Done>;

/** Does it with all chosen tasks that allow it, and tells what has become of them, and of the others. */
export async function runBulk(
  action: BulkAction,
  cards: readonly CardFacts[],
  scene: Scene,
): Promise<void> {
  const { t } = scene;
  const { fit, skipped } = splitFor(action, cards, keptIn(scene.engine));
  // What the person sees of the last action ends with the next one.
  tellOutcome(null);
  const done = fit.length === 0 ? null : await RUNS[action](fit, scene);
  const left = [...skipped, ...(done?.skipped ?? [])];
  const text =
    done?.text ??
    t('select.ofAll', {
      n: cards.length - left.flatMap(({ keys }) => keys).length,
      total: cards.length,
    });
  if (done?.text || left.length > 0) tellOutcome({ text, undo: done?.undo ?? null, skipped: left });
}

/** What the rules need to know. */
export function keptIn(engine: Engine): Parameters<typeof splitFor>[2] {
  return { kept: mediaOf(engine).keeping.state.getState().kept };
}

const keysOf = (cards: readonly CardFacts[]): string[] => cards.map(({ key }) => key);

const RUNS: Record<BulkAction, Run> = {
  download(fit) {
    openDialog({ kind: 'download', tasks: fit.map(({ tracked }) => tracked) });
    return null;
  },
  async keep(fit, { engine, t }) {
    const { keeping } = mediaOf(engine);
    const all = keeping.state.getState().place !== null;
    const undo = await keeping.keep(keysOf(fit));
    // Where every video is kept, there is nothing to take back.
    return { text: t('select.keeping', { n: fit.length }), undo: all ? null : undo };
  },
  compare(fit) {
    compareWith(...fit.map(({ tracked }) => tracked));
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
  share(fit) {
    openDialog({ kind: 'share', keys: keysOf(fit), name: null });
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
  send(fit) {
    openDialog({ kind: 'send', keys: keysOf(fit) });
    return null;
  },
  changeKey(cards, { engine, t }) {
    const { fit, skipped } = atOneService(cards);
    const [first] = fit;
    if (!first) return null;
    const { base } = first.tracked;
    const keys = keysOf(fit);
    const { connections, needKey } = engine.connections.getState();
    const ofService = [...connections.values()].filter((connection) => connection.base === base);
    const broken = ofService.find(({ id }) => id === first.tracked.connectionId) ?? ofService[0];
    // Without one that works there is nothing to choose from: the one that does not is replaced, and all go on.
    if (first.loss !== null) {
      const connectionId = broken && needKey.has(broken.id) ? broken.id : null;
      openDialog({ kind: 'change-key', wanted: { base, connectionId } });
    } else if (ofService.length > 1) openDialog({ kind: 'use-key', base, keys });
    else
      openDialog({
        kind: 'change-key',
        wanted: { base, connectionId: null },
        onKey: (connectionId) =>
          void moveElsewhere(engine, keys, { base, connectionId }, (n) =>
            t('select.keyChanged', { n }),
          ),
      });
    return { text: null, undo: null, skipped };
  },
  relocate(fit) {
    openDialog({ kind: 'relocate', keys: keysOf(fit) });
    return null;
  },
};
