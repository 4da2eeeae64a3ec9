import { useId } from 'react';

import type { KeepKey } from '~/core/connection';
import { canSeal } from '~/engine/storage/can-seal';
import { keepChoices } from '~/i18n/keep-choices';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Select } from '~/ui/select';
import { TextField } from '~/ui/text-field';

import { CheckPanel } from './check-panel';
import { OBSTACLE_WORDS } from './draft';
import { FoundLine } from './found-line';
import { PasteBox } from './paste-box';
import { OTHER, type Offer } from './services';
import { useAddForm, type AddForm as Form } from './use-add-form';

export interface AddFormProps {
  offer: Offer;
  initialText?: string;
  focusFirst?: boolean;
  onAdded: () => void;
}

/** The form for pasting, choosing a service and tracking, on the first page and in the dialog alike. */
export function AddForm({ offer, initialText = '', focusFirst = false, onAdded }: AddFormProps) {
  const t = useT();
  const form = useAddForm(offer, initialText, onAdded);
  return (
    <div className="overflow-hidden rounded-panel border border-line bg-surface lift-card">
      <PasteBox
        text={form.text}
        secrets={form.secrets}
        parts={form.parts}
        placeholder={t(form.teamKey ? 'add.placeholderIds' : 'add.placeholder')}
        onChange={form.setText}
        onSubmit={form.submit}
        focusFirst={focusFirst}
      />
      <FoundLine form={form} />
      <div className="grid gap-3.5 border-t border-line px-5 py-3.5 sm:grid-cols-2">
        <Select
          label={t('add.service')}
          value={form.service}
          onChange={form.setService}
          options={[
            ...form.services.map(({ base, name }) => ({ value: base, label: name })),
            ...(form.otherAllowed ? [{ value: OTHER, label: t('add.other') }] : []),
          ]}
        />
        {form.teamKey ? null : (
          <Select<KeepKey>
            label={t('add.remember')}
            value={form.keep}
            onChange={form.setKeep}
            options={keepChoices(t, canSeal())}
          />
        )}
        {form.service === OTHER ? (
          <TextField
            label={t('add.address')}
            value={form.address}
            onChange={(event) => form.setAddress(event.target.value)}
            placeholder="https://api.example.com"
            inputMode="url"
            hint={t('add.addressHint')}
            error={form.obstacle === 'bad-address' ? t('add.obstacle.badAddress') : undefined}
            className="sm:col-span-2"
          />
        ) : null}
        {form.count > 0 ? (
          <TextField
            label={t('add.batch')}
            value={form.batch}
            maxLength={80}
            onChange={(event) => form.setBatch(event.target.value)}
            placeholder={t('add.batchPlaceholder')}
            className="sm:col-span-2"
          />
        ) : null}
      </div>
      <CheckPanel
        check={form.check}
        teamKey={form.teamKey}
        onAnyway={form.submitAnyway}
        onAgain={form.submit}
      />
      <Submit form={form} />
    </div>
  );
}

function Submit({ form }: { form: Form }) {
  const t = useT();
  const reasonId = useId();
  const checking = form.check.kind === 'checking';
  const reason = form.obstacle === null ? null : t(OBSTACLE_WORDS[form.obstacle]);
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line px-5 py-3.5">
      <p id={reasonId} role="status" className="min-w-0 flex-1 basis-48 text-ink-2">
        {reason ?? (checking ? t('add.checking') : '')}
      </p>
      {checking ? <Button onClick={form.submitAnyway}>{t('add.trackAnyway')}</Button> : null}
      <Button
        variant="primary"
        className="ml-auto"
        disabled={form.obstacle !== null || checking}
        aria-describedby={reasonId}
        onClick={form.submit}
      >
        {t('add.track', { n: form.count })}
      </Button>
    </div>
  );
}
