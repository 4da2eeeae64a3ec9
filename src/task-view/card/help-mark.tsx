import { changeView } from '~/address/use-view';
import { useT } from '~/i18n/use-t';
import type { Met } from '~/task-view/words/help-about';
import { IconButton } from '~/ui/icon-button';

/** Leads from what is wrong to its answer in the help. Back, and the button there, lead to the same board. */
export function HelpMark({ met }: { met: Met }) {
  const t = useT();
  const open = async (): Promise<void> => {
    // The focus comes back here; that it may not is no reason to stay.
    await import('~/task-view/way-back').then(
      ({ rememberOpener }) => rememberOpener(),
      () => undefined,
    );
    changeView({ screen: { kind: 'help', about: met } });
  };
  return (
    <IconButton
      size="sm"
      icon="question"
      label={t('problems.help.about')}
      className="-my-1.5 text-inherit!"
      onClick={() => void open()}
    />
  );
}
