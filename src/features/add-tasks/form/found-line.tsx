import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Pill } from '~/ui/pill';

import { MAX_BOX } from './draft-text';
import type { AddForm } from './use-add-form';

/** How many possible ids are offered; the rest are only counted. */
const OFFERED = 6;

/** What was found in the text: new, already tracked, ignored, and possible ids that one click adds. */
export function FoundLine({ form }: { form: AddForm }) {
  const t = useT();
  const { found, known, count, picked, knownKey } = form;
  const offers = found.maybes.filter(({ taskId }) => !picked.has(taskId));
  const nothing =
    found.keys.length === 0 && found.ids.length === 0 && count === 0 && offers.length === 0;
  // What to paste is said above the box; an empty line would only repeat it.
  if (nothing && !form.teamKey && !knownKey && !form.cut) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2.5 gap-y-2 border-t border-line px-5 py-3.5 text-ink-2">
      {found.keys.length > 0 ? (
        <Pill tone="ok">{t('add.keys', { n: found.keys.length })}</Pill>
      ) : null}
      {form.teamKey ? <span>{t('add.usesTeamKey')}</span> : null}
      {found.keys.length === 0 && knownKey ? (
        <span className="digits">{t('add.usesKey', { key: knownKey })}</span>
      ) : null}
      {count > 0 ? <Pill tone="accent">{t('add.tasks', { n: count })}</Pill> : null}
      {known > 0 ? <Pill tone="wait">{t('add.known', { n: known })}</Pill> : null}
      {form.cut ? <span>{t('add.cut', { n: MAX_BOX })}</span> : null}
      {found.ignored && !nothing ? <span>{t('add.ignored')}</span> : null}
      {offers.slice(0, OFFERED).map(({ taskId }) => (
        <Button
          key={taskId}
          size="sm"
          icon="plus"
          className="max-w-full"
          onClick={() => form.pick([taskId])}
        >
          <span className="truncate">{t('add.alsoTrack', { id: taskId })}</span>
        </Button>
      ))}
      {offers.length > OFFERED ? (
        <>
          <span>{t('add.moreMaybes', { n: offers.length - OFFERED })}</span>
          <Button
            size="sm"
            icon="plus"
            onClick={() => form.pick(offers.map(({ taskId }) => taskId))}
          >
            {t('add.alsoTrackAll', { n: offers.length })}
          </Button>
        </>
      ) : null}
    </div>
  );
}
