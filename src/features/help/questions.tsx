import { useState } from 'react';

import { useT } from '~/i18n/use-t';
import type { HelpTopic } from '~/task-view/words/help-about';
import { Button } from '~/ui/button';
import { TextField } from '~/ui/text-field';

import { findTopics } from './find-topics';
import { TopicLink } from './topic-link';
import { useHeadingFocus } from './use-heading-focus';

/** All questions, and a field to find the right one. */
export function Questions({ isStray }: { isStray: boolean }) {
  const t = useT();
  const heading = useHeadingFocus();
  const [query, setQuery] = useState('');
  const found = findTopics(query, t);
  return (
    <>
      <h2 ref={heading} tabIndex={-1} className="mt-6 text-display outline-none">
        {t('help.title')}
      </h2>
      {isStray ? <p className="mt-1.5 text-ink-2">{t('help.unknown')}</p> : null}
      <TextField
        type="search"
        label={t('help.search')}
        value={query}
        onChange={(event) => setQuery(event.target.value)}
        className="mt-4 mb-2"
      />
      <p role="status" className="sr-only">
        {query.trim() === '' ? '' : t('help.found', { n: found.length })}
      </p>
      {found.length === 0 ? (
        <div className="flex flex-col items-start gap-3 py-6">
          <p className="wrap-anywhere text-ink-2">
            {t('help.nothing', { query: query.trim().slice(0, 80) })}
          </p>
          <Button onClick={() => setQuery('')}>{t('help.clear')}</Button>
        </div>
      ) : (
        <ul className="flex flex-col">
          {found.map((topic) => (
            <Question key={topic} topic={topic} />
          ))}
        </ul>
      )}
    </>
  );
}

function Question({ topic }: { topic: HelpTopic }) {
  const t = useT();
  return (
    <li className="border-t border-line py-3 first:border-t-0">
      <TopicLink topic={topic} />
      <p className="text-ink-2">{t(`help.${topic}.answer`)}</p>
    </li>
  );
}
