import { changeView } from '~/address/use-view';
import { useT } from '~/i18n/use-t';
import type { HelpTopic, Met } from '~/task-view/words/help-about';
import { cn } from '~/ui/cn';
import { IconButton } from '~/ui/icon-button';

/** Leads from what is wrong to its answer in the help. Back, and the button there, lead to the same board. */
export function HelpMark({ met, className }: { met: Met | HelpTopic; className?: string }) {
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
      className={cn('-my-1.5 text-inherit!', className)}
      onClick={() => void open()}
    />
  );
}
