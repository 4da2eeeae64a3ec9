import { useId, useState } from 'react';

import { refKey } from '~/core/answer';
import { PASTED_LIMITS, type TrackedTask } from '~/core/tracked';
import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { NoteField } from '~/task-view/note/note-field';
import { TagsField } from '~/task-view/note/tags-field';
import { TextArea } from '~/task-view/note/text-area';

import { Block } from './block';

/** What the person knows of the task: a note, tags, and the cells of the table it was pasted with. */
export function OwnBlocks({ tracked }: { tracked: TrackedTask }) {
  const t = useT();
  return (
    <>
      <Block title={t('details.note')}>
        <NoteField tracked={tracked} />
      </Block>
      <Block title={t('details.tags')}>
        <TagsField tracked={tracked} />
      </Block>
      <Cells tracked={tracked} />
    </>
  );
}

function Cells({ tracked }: { tracked: TrackedTask }) {
  const t = useT();
  const { columns } = tracked;
  // A cell that was emptied stays in its place, to be filled again.
  const [known, setKnown] = useState(() => Object.keys(columns));
  const news = Object.keys(columns).filter((heading) => !known.includes(heading));
  if (news.length > 0) setKnown([...known, ...news]);
  return known.length === 0 ? null : (
    <Block title={t('details.columns')}>
      <div className="grid grid-cols-[fit-content(40%)_1fr] items-baseline gap-x-3 gap-y-1.5">
        {known.map((heading) => (
          <Cell key={heading} tracked={tracked} heading={heading} />
        ))}
      </div>
    </Block>
  );
}

function Cell({ tracked, heading }: { tracked: TrackedTask; heading: string }) {
  const engine = useEngine();
  const id = useId();
  const { columns } = tracked;
  const save = (text: string): void =>
    void engine.edit([refKey(tracked)], (task) => ({
      columns: { ...task.columns, [heading]: text },
    }));
  return (
    <>
      <label htmlFor={id} className="text-ink-3 wrap-anywhere">
        {heading}
      </label>
      <TextArea
        id={id}
        oneLine
        maxLength={PASTED_LIMITS.cell}
        text={Object.hasOwn(columns, heading) ? (columns[heading] ?? '') : ''}
        onSave={save}
      />
    </>
  );
}
