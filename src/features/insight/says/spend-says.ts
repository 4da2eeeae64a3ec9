import type { SpendFacts, SpendSentence } from '~/engine/insight/facts';
import type { Translate } from '~/i18n/i18n';
import { serviceName } from '~/i18n/service-name';

import { amountWords, listWords, modelNamer } from './names';
import { together } from './sentences';

type Stated = Extract<SpendSentence, { kind: 'stated' }>;

/** Of more sums, the sentence says only how many. */
const MOST_SUMS = 3;

/** What the picture of spend says. */
export function spendSays({ says }: SpendFacts, t: Translate): string {
  if (says.kind === 'nothing') return t('insight.cost.nothing');
  if (says.kind === 'unstated') return t('insight.cost.unstated', { n: says.services });
  const { sums, silentServices, failed } = says;
  const named = sums.slice(0, MOST_SUMS).map((sum) => sumWords(sum, sums, t));
  const more = sums.length - named.length;
  return together(
    [
      t('insight.cost.stated', {
        sums: listWords(more === 0 ? named : [...named, t('insight.cost.moreSums', { n: more })]),
      }),
      silentServices === 0 ? null : t('insight.cost.silent', { n: silentServices }),
      failed && failedWords(failed, t),
    ],
    t,
  );
}

function failedWords({ kind, count }: NonNullable<Stated['failed']>, t: Translate): string {
  return kind === 'free' ? t('insight.cost.free') : t('insight.cost.paid', { n: count });
}

/** A sum, with its service if another one calls its unit the same; a bare number among several with its model. */
function sumWords(sum: Stated['sums'][number], all: Stated['sums'], t: Translate): string {
  const words = amountWords(sum, t);
  const isAlone = all.filter(({ unit }) => unit === sum.unit).length === 1;
  if (isAlone || sum.base === null) return words;
  const service = sum.model === undefined ? serviceName(sum.base) : bareNamer(all, t)(sum);
  return t('insight.cost.sumOf', { sum: words, service });
}

type Bare = Stated['sums'][number];

/** Names the models that state bare numbers. */
function bareNamer(all: Stated['sums'], t: Translate): (sum: Bare) => string {
  const modelOf = ({ base, model }: Bare) => ({ base: base ?? '', model: model ?? null });
  const name = modelNamer(all.filter(({ unit }) => unit === null).map(modelOf), t);
  return (sum) => name(modelOf(sum));
}
