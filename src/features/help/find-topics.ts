import type { Translate } from '~/i18n/i18n';
import type { HelpTopic } from '~/task-view/words/help-about';

import { labels } from './labels';
import { HELP_TOPICS, TOPICS } from './topics';

/** The questions that have all of these words in them or in their answer, in the usual order; all for no words. */
export function findTopics(query: string, t: Translate): readonly HelpTopic[] {
  const words = folded(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return HELP_TOPICS;
  return HELP_TOPICS.filter((topic) => {
    const text = folded(textOf(topic, t));
    return words.every((word) => text.includes(word));
  });
}

function textOf(topic: HelpTopic, t: Translate): string {
  const named = labels(t);
  return [
    t(`help.${topic}.title`),
    t(`help.${topic}.answer`),
    ...TOPICS[topic].lines.map((line) => t(line, named)),
  ].join('\n');
}

/** Without case, and without accents, which people leave out when they search. */
function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase();
}
