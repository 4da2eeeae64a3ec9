import { changeView } from '~/address/use-view';
import { useT } from '~/i18n/use-t';
import type { HelpTopic } from '~/task-view/words/help-about';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';
import '~/ui/late-icons';

import { labels } from './labels';
import { metWords } from './met-words';
import { Picture } from './picture';
import { TopicLink } from './topic-link';
import { isMet } from './topic-of';
import { TOPICS } from './topics';
import { useHeadingFocus } from './use-heading-focus';

/** One question with its answer, below what the person has met, if anything. */
export function Answer({ topic, about }: { topic: HelpTopic; about: string }) {
  const t = useT();
  const heading = useHeadingFocus();
  const { lines, picture, see } = TOPICS[topic];
  const named = labels(t);
  return (
    <article aria-labelledby="help-question">
      <h2
        ref={heading}
        id="help-question"
        tabIndex={-1}
        className="mt-6 mb-2 text-display text-balance outline-none"
      >
        {t(`help.${topic}.title`)}
      </h2>
      <p className="text-lead text-ink-2">{t(`help.${topic}.answer`)}</p>
      <Found about={about} />
      <ul className="mt-4 flex list-disc flex-col gap-2 ps-5 marker:text-ink-3">
        {lines.map((line) => (
          <li key={line}>{t(line, named)}</li>
        ))}
      </ul>
      {picture ? <Picture name={picture} /> : null}
      <nav aria-label={t('help.seeAlso')} className="mt-6 border-t border-line pt-4">
        <h3 className="text-note font-semibold text-ink-3">{t('help.seeAlso')}</h3>
        <ul className="mt-1 mb-3 flex flex-col">
          {see.map((other) => (
            <li key={other}>
              <TopicLink topic={other} />
            </li>
          ))}
        </ul>
        <Button icon="question" onClick={() => changeView({ screen: { kind: 'help', about: '' } })}>
          {t('help.all')}
        </Button>
      </nav>
    </article>
  );
}

/** What the card says, and what it has no room for. */
function Found({ about }: { about: string }) {
  const t = useT();
  const words = isMet(about) ? metWords(about, t) : null;
  if (words === null) return null;
  return (
    <section
      aria-label={t('help.onCard')}
      className="mt-4 rounded-card border border-line bg-run-soft px-4 py-3"
    >
      <p className="flex gap-2 font-semibold text-run-ink">
        <Icon name="warning" className="mt-0.5" />
        {words.title}
      </p>
      <p>{words.text}</p>
    </section>
  );
}
