import { useView } from '~/address/use-view';
import { formatView } from '~/address/view';
import { useT } from '~/i18n/use-t';
import type { HelpTopic } from '~/task-view/words/help-about';

/** A question, to be pressed. The board that a person came from stays in the address. */
export function TopicLink({ topic }: { topic: HelpTopic }) {
  const t = useT();
  const view = useView();
  return (
    <a
      href={formatView({ ...view, screen: { kind: 'help', about: topic } })}
      className="-mx-1 inline-block rounded px-1 py-0.5 font-semibold text-accent focus-ring hover:underline"
    >
      {t(`help.${topic}.title`)}
    </a>
  );
}
