import type { Standing } from '~/core/standing';
import type { CardFacts } from '~/engine/answers/card-of';
import type { MessageKey } from '~/i18n/message-key';
import type { Translate } from '~/i18n/i18n';

/** In this order. */
const WORDS = {
  ready: 'select.ready',
  running: 'select.running',
  unseen: 'select.unseen',
  attention: 'select.attention',
} as const satisfies Record<Standing, MessageKey>;

/** "4 ready, 2 running". */
export function standingsText(cards: readonly CardFacts[], t: Translate): string {
  return (Object.keys(WORDS) as Standing[])
    .map((standing) => ({ standing, n: cards.filter((card) => card.standing === standing).length }))
    .filter(({ n }) => n > 0)
    .map(({ standing, n }) => t(WORDS[standing], { n }))
    .join(t('select.comma'));
}
