import { useId } from 'react';

import type { KeepKey } from '~/core/connection';
import { canSeal } from '~/platform/can-seal';
import { keepChoices } from '~/i18n/keep-choices';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { cn } from '~/ui/cn';
import { Select } from '~/ui/select';
import { TextField } from '~/ui/text-field';
import { useMediaQuery } from '~/ui/use-media-query';

import { HelpInTab } from './help-in-tab';
import { OBSTACLE_HELP, OBSTACLE_WORDS } from './obstacle';
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
  const help = checking || obstacle === null ? undefined : OBSTACLE_HELP[obstacle];
  const keysPasted = plan.routes.some(({ key }) => key.kind === 'pasted');
  const phone = useMediaQuery('(width < 40rem)');
  const options = (
    <>
      {form.offersKeys && (keysPasted || count === 0) ? (
        <Select<KeepKey>
          // Beside its label, what is chosen would be cut off.
          inside={!phone}
          label={t('add.remember')}
          value={form.keep}
          onChange={form.setKeep}
          options={keepChoices(t, canSeal())}
          className="max-sm:w-full"
        />
      ) : null}
      {count + waiting > 0 ? (
        <TextField
          inside
          label={t('add.batch')}
          value={form.batch}
          maxLength={80}
          onChange={(event) => form.setBatch(event.target.value)}
          placeholder={t('add.batchPlaceholder')}
          className="max-sm:w-full sm:max-w-52 sm:min-w-32 sm:flex-1"
        />
      ) : null}
    </>
  );
  return (
    <>
      {phone ? <div className={BAR}>{options}</div> : null}
      <div
        className={cn(
          'sticky bottom-(--keyboard,0px) z-10 rounded-b-panel bg-surface [&_*]:scroll-mb-0!',
          BAR,
        )}
      >
        <p
          id={reasonId}
          role="status"
          className="min-w-0 text-ink-2 not-empty:basis-full empty:absolute"
        >
          {reason}
          {help === undefined ? null : (
            <>
              {' '}
              <HelpInTab about={help} />
            </>
          )}
        </p>
        {phone ? null : options}
        {checking ? <Button onClick={form.submitAnyway}>{t('add.trackAnyway')}</Button> : null}
        <Button
          variant="primary"
          data-add=""
          className="ms-auto max-sm:w-full"
          disabled={count === 0}
          // While the key is checked it keeps the focus.
          aria-disabled={checking}
          aria-describedby={reasonId}
          onClick={form.submit}
        >
          {t('add.track', { n: count || waiting })}
        </Button>
      </div>
    </>
  );
}

const BAR = 'flex flex-wrap items-center gap-x-3 gap-y-2 border-t border-line px-5 py-3';
