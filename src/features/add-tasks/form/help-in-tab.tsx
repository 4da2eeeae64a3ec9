import { useT } from '~/i18n/use-t';
import type { HelpTopic, Met } from '~/task-view/words/help-about';

/** A link to the help, in a tab of its own: the form may be a dialog, and what is in it stays. */
export function HelpInTab({ about }: { about: HelpTopic | Met }) {
  const t = useT();
  return (
    <a
      href={`#/help/${about}`}
      target="_blank"
      className="rounded font-medium text-accent underline focus-ring"
    >
      {t('problems.help.about')}
      <span className="sr-only"> ({t('ui.newTab')})</span>
    </a>
  );
}
