import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { AddForm } from './add-form';
import { KeyNote } from './key-note';
import { askAbout } from './left-over';
import { needsNoKey, type Offer } from './services';

/** The page before anything is tracked: one box, and a way to try it without a key. */
export function FirstRun({ offer, onSample }: { offer: Offer; onSample: () => void }) {
  const t = useT();
  const noKeys = needsNoKey(offer);
  return (
    <section className="mx-auto mt-14 max-w-190 px-5 pb-16 max-sm:mt-7">
      <h2 className="mb-1.5 text-display text-balance">{t('add.title')}</h2>
      <p className="mb-6 text-lead text-ink-2">{t(noKeys ? 'add.leadIds' : 'add.lead')}</p>
      <AddForm offer={offer} anywhere onAdded={askAbout} />
      <KeyNote noKeys={noKeys} />
      <div className="my-6 flex items-center gap-3.5 text-ink-3 before:h-px before:flex-1 before:bg-line after:h-px after:flex-1 after:bg-line">
        {t('add.or')}
      </div>
      <div className="flex flex-wrap items-center gap-3.5 rounded-card border border-dashed border-line px-4.5 py-4">
        <div className="min-w-0 flex-1 basis-56">
          <p className="font-semibold">{t(noKeys ? 'add.noTaskTitle' : 'add.noKeyTitle')}</p>
          <p className="text-ink-2">{t('add.noKeyText')}</p>
        </div>
        <Button onClick={onSample}>{t('add.sample')}</Button>
      </div>
    </section>
  );
}
