import type { Translate } from '~/i18n/i18n';
import { noVideoTitle } from '~/i18n/no-video-title';
import { failureWords } from '~/task-view/words/failures';
import type { Met } from '~/task-view/words/help-about';
import { problemWords } from '~/task-view/words/problems';

import { OF_FAILURE, OF_TROUBLE, OF_VIDEO } from './topic-of';

/** What a card has room for only in part: what was met, what it means, and what to do. */
interface MetWords {
  title: string;
  text: string;
}

/** Null if the answer says it already. */
export function metWords(met: Met, t: Translate): MetWords | null {
  const name = met.slice(met.indexOf('.') + 1);
  if (met.startsWith('trouble.') && isIn(OF_TROUBLE, name)) {
    // The host is the card’s to name.
    const words = problemWords(name === 'leads_elsewhere' ? 'leads_away' : name);
    const meaning = t(`problems.${name}.meaning`, { host: t('help.thatAddress') });
    // So is the other task.
    if (name === 'other_task') return { title: t(words.title), text: meaning };
    return { title: t(words.title), text: sentences(meaning, t(words.advice), t) };
  }
  if (met.startsWith('failed.') && isIn(OF_FAILURE, name)) {
    const words = failureWords(name);
    return { title: t(words.title), text: sentences(t(words.meaning), t(words.advice), t) };
  }
  if (met.startsWith('play.') && isIn(OF_VIDEO, name)) {
    return {
      title: noVideoTitle({ reason: name }, t),
      text: t(`player.${name}.text`),
    };
  }
  return null;
}

function sentences(first: string, second: string, t: Translate): string {
  return t('problems.sentences', { first, second });
}

function isIn<K extends string>(table: Readonly<Record<K, unknown>>, name: string): name is K {
  return Object.hasOwn(table, name);
}
