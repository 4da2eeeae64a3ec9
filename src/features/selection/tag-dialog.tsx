import { useId, useState } from 'react';

import { useEngine, useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { TextField } from '~/ui/text-field';

import { tellOutcome } from './outcome';
import { Suggestions } from './suggestions';

/** Gives all chosen tasks more tags. */
export function TagDialog({ keys, onClose }: { keys: readonly string[]; onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const form = useId();
  const [text, setText] = useState('');
  const tasks = useTracked((state) => state.tasks);
  const known = [...new Set([...tasks.values()].flatMap((task) => task.tags))];
  const tags = text
    .split(/[,，、]/)
    .map((tag) => tag.trim())
    .filter((tag) => tag !== '');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('select.tagTitle', { n: keys.length })}
      closeLabel={t('ui.close')}
      footer={
        <>
          <Button onClick={onClose}>{t('ui.cancel')}</Button>
          <Button variant="primary" type="submit" form={form} disabled={tags.length === 0}>
            {t('select.addTags')}
          </Button>
        </>
      }
    >
      <form
        id={form}
        onSubmit={(event) => {
          event.preventDefault();
          const undo = engine.edit(keys, (task) => ({ tags: [...task.tags, ...tags] }));
          tellOutcome({ text: t('select.tagged', { n: keys.length }), skipped: null, undo });
          onClose();
        }}
      >
        <TextField
          label={t('select.tags')}
          hint={t('select.tagsHint')}
          list={`${form}-tags`}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Suggestions id={`${form}-tags`} texts={known} />
      </form>
    </Dialog>
  );
}
