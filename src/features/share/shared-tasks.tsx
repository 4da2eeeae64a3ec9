import { useState } from 'react';

import { refKey } from '~/core/answer';
import type { BoardFile } from '~/engine/board-file/board-file';
import { addsTo } from '~/engine/board-file/merge-tasks';
import { useConnections, useTracked } from '~/engine/use-engine';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';

import { isUsed, keyChoices, type KeyChoice } from './key-choices';
import { KeyChooser } from './key-chooser';
import type { Offer } from './read-shared';
import { SharedRows } from './shared-rows';

interface SharedTasksProps {
  file: BoardFile;
  leftOut: number;
  offer: Offer;
  /** Is told which key was pasted here. */
  onKey: (connectionId: string) => void;
  onAdd: (keyOf: (base: string) => KeyChoice) => void;
  onClose: () => void;
}

/** What was handed over, with whose key it is looked up, and the button that adds it. */
export function SharedTasks({ file, leftOut, offer, onKey, onAdd, onClose }: SharedTasksProps) {
  const t = useT();
  const tracked = useTracked((state) => state.tasks);
  const keys = useConnections((state) => state);
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const { tasks } = file;
  const bases = [...new Set(tasks.map(({ base }) => base))];
  const known = tasks.filter((task) => tracked.has(refKey(task))).length;
  const fresh = tasks.length - known;
  const isNews = tasks.some((task) => {
    const mine = tracked.get(refKey(task));
    return mine === undefined || addsTo(mine, task);
  });
  const used = (base: string): boolean => isUsed(base, keys, offer);
  const keyOf = (base: string): KeyChoice => {
    const choices = keyChoices(base, keys, offer);
    const one = choices.find((choice) => choice.kind === 'own' && choice.id === chosen.get(base));
    return one ?? choices[0];
  };
  const choose = (base: string, id: string): void =>
    setChosen((before) => new Map(before).set(base, id));
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('share.got', { n: tasks.length })}
      closeLabel={t('ui.close')}
      footer={
        <>
          {isNews ? <Button onClick={onClose}>{t('share.notNow')}</Button> : null}
          {/* A comparison of what is there is opened all the same. */}
          <Button variant="primary" onClick={() => onAdd(keyOf)}>
            {isNews ? t('share.add', { n: fresh }) : t('share.ok')}
          </Button>
        </>
      }
    >
      <p className="wrap-anywhere text-ink-2">{about(file, bases, used, t)}</p>
      <SharedRows tasks={tasks} />
      {leftOut > 0 ? <p className="pt-2 text-ink-2">{t('share.leftOut', { n: leftOut })}</p> : null}
      {(fresh > 0 ? bases : []).map((base) => (
        <KeyChooser
          key={base}
          base={base}
          several={bases.length > 1}
          isUsed={used(base)}
          choices={keyChoices(base, keys, offer)}
          chosen={keyOf(base)}
          onChoose={(id) => choose(base, id)}
          onKey={(id) => {
            onKey(id);
            choose(base, id);
          }}
        />
      ))}
      <p className="pt-3 text-note text-ink-2">
        {isNews && known > 0 ? `${t('share.known', { n: known, all: tasks.length })} ` : ''}
        {t(isNews ? 'share.asksNothing' : 'share.nothingNew')}
      </p>
    </Dialog>
  );
}

/** What it is called, how much it is, and where it is from. */
function about(
  { name, tasks }: BoardFile,
  bases: readonly string[],
  used: (base: string) => boolean,
  t: ReturnType<typeof useT>,
): string {
  const shots = new Set(tasks.flatMap(({ shot }) => shot ?? [])).size;
  const picks = tasks.filter(({ pickedAt }) => pickedAt !== null).length;
  const from = bases.slice(0, 3).map((base) =>
    t(used(base) ? 'share.fromUsed' : 'share.from', {
      service: used(base) ? serviceName(base) : base,
    }),
  );
  return [
    name ?? '',
    shots > 0 ? t('share.nShots', { n: shots }) : '',
    picks > 0 ? t('share.nPicks', { n: picks }) : '',
    ...from,
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
