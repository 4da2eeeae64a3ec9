import { useId } from 'react';

import type { KeepKey } from '~/core/connection';
import { canSeal } from '~/engine/storage/can-seal';
import { keepChoices } from '~/i18n/keep-choices';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Select } from '~/ui/select';
import { TextField } from '~/ui/text-field';

import { OBSTACLE_WORDS } from './obstacle';
import type { AddForm } from './use-add-form';

/** How long the keys are remembered, the batch's name, and the button: always in sight, also above a phone's keyboard. */
export function SubmitBar({ form }: { form: AddForm }) {
  const t = useT();
  const reasonId = useId();
  const { plan, obstacle, count, waiting, checks } = form;
  const checking = checks.state.kind === 'checking';
  const questions = plan.questions.length;
  const reason = checking
    ? t('add.checking')
    : obstacle !== null
      ? t(OBSTACLE_WORDS[obstacle])
      : waiting > 0
        ? [
            questions > 0 ? t('add.questions', { n: questions }) : null,
            t('add.wait', { n: waiting }),
          ]
            .filter(Boolean)
            .join(' · ')
        : '';
  const keysPasted = plan.routes.some(({ key }) => key.kind === 'pasted');
  return (
    <div className="sticky bottom-(--keyboard,0px) z-10 flex flex-wrap items-center gap-x-3 gap-y-2 rounded-b-panel border-t border-line bg-surface px-5 py-3.5 max-sm:py-2.5">
      {keysPasted || count === 0 ? (
        form.offersKeys ? (
          <Select<KeepKey>
            inside
            label={t('add.remember')}
            value={form.keep}
            onChange={form.setKeep}
            options={keepChoices(t, canSeal())}
            className="max-sm:w-full"
          />
        ) : null
      ) : null}
      {count + waiting > 0 ? (
        <TextField
          inside
          label={t('add.batch')}
          value={form.batch}
          maxLength={80}
          onChange={(event) => form.setBatch(event.target.value)}
          placeholder={t('add.batchPlaceholder')}
          className="max-sm:w-full"
        />
      ) : null}
      <p id={reasonId} role="status" className="min-w-0 flex-1 text-ink-2 sm:basis-40">
        {reason}
      </p>
      {checking ? <Button onClick={form.submitAnyway}>{t('add.trackAnyway')}</Button> : null}
      <Button
        variant="primary"
        className="max-sm:w-full"
        disabled={count === 0 || checking}
        aria-describedby={reasonId}
        onClick={form.submit}
      >
        {t('add.track', { n: count })}
      </Button>
    </div>
  );
}
