import { useId, useMemo, useRef, useState } from 'react';

import { refKey } from '~/core/answer';
import { PASTED_LIMITS, type TrackedTask } from '~/core/tracked';
import { useEngine, useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { holdsKey } from '~/task-view/key-in-text';
import { Chip } from '~/ui/chip';
import { Icon } from '~/ui/icons';

const COMMAS = /[,，、]/;
/** So many of the tags in use are offered. */
const OFFERED = 8;

/** A task's tags: a comma or Enter adds one, Backspace takes the last one off. */
export function TagsField({ tracked }: { tracked: TrackedTask }) {
  const t = useT();
  const engine = useEngine();
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [text, setText] = useState('');
  const { tags } = tracked;
  const change = (edit: (before: readonly string[]) => readonly string[]): void =>
    void engine.edit([refKey(tracked)], (task) => ({ tags: edit(task.tags) }));
  const add = (...more: string[]): void => change((before) => [...before, ...more]);
  const isKey = holdsKey(text);
  const remove = (tag: string): void => {
    change((before) => before.filter((one) => one !== tag));
    input.current?.focus();
  };
  const write = (written: string): void => {
    // A key stays in the field, and goes no further.
    if (holdsKey(written)) return setText(written);
    const parts = written.split(COMMAS);
    const rest = parts.pop() ?? '';
    if (parts.length > 0) add(...parts);
    setText(parts.length > 0 ? rest.trimStart() : rest);
  };
  const finish = (): void => {
    if (isKey) return;
    if (text.trim() !== '') add(text);
    setText('');
  };
  return (
    <>
      <div className="flex flex-wrap items-center gap-1.5 rounded-lg border border-edge bg-bg p-1.5">
        {tags.map((tag) => (
          <Tag key={tag} tag={tag} onRemove={() => remove(tag)} />
        ))}
        <input
          ref={input}
          aria-label={t('details.addTag')}
          aria-describedby={hint}
          aria-invalid={isKey || undefined}
          autoComplete="off"
          maxLength={PASTED_LIMITS.tag}
          placeholder={t('details.addTag')}
          value={text}
          onChange={(event) => write(event.target.value)}
          onBlur={finish}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            const last = tags.at(-1);
            if (event.key === 'Enter') {
              event.preventDefault();
              finish();
            } else if (event.key === 'Backspace' && text === '' && last !== undefined) remove(last);
          }}
          className="h-7 flex-1 basis-24 rounded bg-transparent px-1 text-ink placeholder:text-ink-3 focus-ring"
        />
      </div>
      <p id={hint} className="sr-only">
        {t('details.tagsHint')}
      </p>
      {isKey ? (
        <p role="alert" className="mt-1.5 text-note text-bad-ink">
          {t('details.keyInTag')}
        </p>
      ) : null}
      <Offered tags={tags} text={text} onChoose={(tag) => (add(tag), setText(''))} />
    </>
  );
}

function Tag({ tag, onRemove }: { tag: string; onRemove: () => void }) {
  const t = useT();
  return (
    <span className="inline-flex max-w-full items-center gap-0.5 rounded bg-accent-soft ps-2 text-small font-medium text-accent">
      <span className="min-w-0 truncate">{tag}</span>
      <button
        type="button"
        aria-label={t('details.removeTag', { tag })}
        onClick={onRemove}
        className="grid size-7 flex-none cursor-pointer place-items-center rounded focus-ring"
      >
        <Icon name="close" className="size-3" />
      </button>
    </span>
  );
}

/** Tags of other tasks, those used most first. */
function Offered({
  tags,
  text,
  onChoose,
}: {
  tags: readonly string[];
  text: string;
  onChoose: (tag: string) => void;
}) {
  const t = useT();
  const tasks = useTracked((state) => state.tasks);
  const known = useMemo(() => {
    const uses = new Map<string, number>();
    for (const task of tasks.values())
      for (const tag of task.tags) uses.set(tag, (uses.get(tag) ?? 0) + 1);
    return [...uses].toSorted(([, a], [, b]) => b - a).map(([tag]) => tag);
  }, [tasks]);
  const begun = text.trim().toLowerCase();
  const offered = known
    .filter((tag) => !tags.includes(tag) && tag.toLowerCase().includes(begun))
    .slice(0, OFFERED);
  if (offered.length === 0) return null;
  return (
    <div role="group" aria-label={t('details.tagsKnown')} className="mt-2 flex flex-wrap gap-1.5">
      {offered.map((tag) => (
        <Chip
          key={tag}
          className="h-8"
          // The field keeps the focus, and what was begun in it is no tag.
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => onChoose(tag)}
        >
          {tag}
        </Chip>
      ))}
    </div>
  );
}
