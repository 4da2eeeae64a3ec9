import { useId, useState } from 'react';

import type { TrackedTask } from '~/core/tracked';
import { useEngine, useTracked } from '~/engine/use-engine';
import type { TaskEdit } from '~/engine/edit';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { FormDialog } from '~/task-view/form-dialog';
import { newId } from '~/platform/new-id';
import { Segmented } from '~/ui/segmented';
import { TextField } from '~/ui/text-field';

import { tellEnd } from './outcome';
import { Suggestions } from './suggestions';

/** What tasks can be moved into another of. */
const KINDS = {
  shot: {
    label: 'select.moveShot',
    nameOf: ({ shot }: TrackedTask) => shot,
    editTo: (shot: string): TaskEdit => ({ shot }),
  },
  batch: {
    label: 'select.moveBatch',
    nameOf: ({ batch }: TrackedTask) => batch?.name ?? null,
    // Of several batches with this name, the one added last.
    editTo: (name: string, tasks: readonly TrackedTask[]): TaskEdit => ({
      batch: tasks.findLast(({ batch }) => batch?.name === name)?.batch ?? { id: newId(), name },
    }),
  },
} as const satisfies Record<
  string,
  {
    label: MessageKey;
    nameOf: (task: TrackedTask) => string | null;
    editTo: (name: string, tasks: readonly TrackedTask[]) => TaskEdit;
  }
>;
const KIND_NAMES = ['shot', 'batch'] as const;

/** Puts all chosen tasks into one shot or batch, known or new. */
export function MoveDialog({ keys, onClose }: { keys: readonly string[]; onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const names = useId();
  const [kind, setKind] = useState<keyof typeof KINDS>('shot');
  const [text, setText] = useState('');
  const tasks = useTracked((state) => state.tasks);
  const name = text.trim();
  const { label, nameOf, editTo } = KINDS[kind];
  const known = [...new Set([...tasks.values()].flatMap((task) => nameOf(task) ?? []))];
  return (
    <FormDialog
      title={t('select.moveTitle', { n: keys.length })}
      submit={t('select.moveThere')}
      ready={name !== ''}
      onClose={onClose}
      onSubmit={() => {
        const undo = engine.edit(keys, editTo(name, [...tasks.values()]));
        tellEnd({ text: t('select.moved', { n: keys.length, name }), skipped: [], undo });
        onClose();
      }}
    >
      <Segmented
        label={t('select.moveTo')}
        value={kind}
        onChange={setKind}
        options={KIND_NAMES.map((value) => ({ value, label: t(KINDS[value].label) }))}
      />
      <TextField
        label={t(label)}
        hint={t('select.moveHint')}
        list={names}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Suggestions id={names} texts={known} />
    </FormDialog>
  );
}
