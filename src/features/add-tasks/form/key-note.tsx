import { useT } from '~/i18n/use-t';
import { Icon } from '~/ui/icons';

import { OpenFile } from './open-file';

/** Says where keys are stored, or that none is needed; and beside it, for whom tasks were handed over, the way in. */
export function KeyNote({ noKeys }: { noKeys: boolean }) {
  const t = useT();
  return (
    <div className="mx-1 mt-3.5 flex items-start gap-x-4 max-sm:flex-wrap">
      <p className="flex min-w-0 flex-1 gap-2 text-small text-ink-3 max-sm:basis-full">
        <Icon name="lock" className="mt-0.5" />
        {t(noKeys ? 'add.noKeyNote' : 'add.keyNote')}
      </p>
      <OpenFile />
    </div>
  );
}
