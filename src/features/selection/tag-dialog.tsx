import { useId, useState } from 'react';

import { useEngine, useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { FormDialog } from '~/task-view/form-dialog';
import { holdsKey } from '~/task-view/key-in-text';
import { TextField } from '~/ui/text-field';

import { tellEnd } from './outcome';
import { Suggestions } from './suggestions';

/** Gives all chosen tasks more tags. */
export function TagDialog({ keys, onClose }: { keys: readonly string[]; onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const names = useId();
  const [text, setText] = useState('');
  const tasks = useTracked((state) => state.tasks);
  const known = [...new Set([...tasks.values()].flatMap((task) => task.tags))];
  const isKey = holdsKey(text);
  const tags = text
    .split(/[,，、]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return (
    <FormDialog
      title={t('select.tagTitle', { n: keys.length })}
      submit={t('select.addTags')}
      ready={tags.length > 0 && !isKey}
      onClose={onClose}
      onSubmit={() => {
        const undo = engine.edit(keys, (task) => ({ tags: [...task.tags, ...tags] }));
        tellEnd({ text: t('select.tagged', { n: keys.length }), skipped: [], undo });
        onClose();
      }}
    >
      <TextField
        label={t('select.tags')}
        hint={t('select.tagsHint')}
        error={isKey ? t('details.keyInTag') : undefined}
        list={names}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <Suggestions id={names} texts={known} />
    </FormDialog>
  );
}
