import { useT } from '~/i18n/use-t';
import { Icon } from '~/ui/icons';

/** Says where keys are stored, or that none is needed. */
export function KeyNote({ noKeys }: { noKeys: boolean }) {
  const t = useT();
  return (
    <p className="mx-1 mt-3.5 flex gap-2 text-small text-ink-3">
      <Icon name="lock" className="mt-0.5" />
      {t(noKeys ? 'add.noKeyNote' : 'add.keyNote')}
    </p>
  );
}
