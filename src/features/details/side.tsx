import { StuckStrip } from '~/task-view/card/stuck-strip';
import { Thumbs } from '~/task-view/card/thumbs';
import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';
import { useTextLanguage } from '~/task-view/words/use-text-language';
import { Pill } from '~/ui/pill';

import { AnswerBlock, OwnWordsBlock } from './answer-block';
import { Block } from './block';
import { OwnBlocks } from './own-blocks';
import { HistoryBlock } from './history-block';
import { FactsBlock } from './facts-block';
import { PromptBlock } from './prompt-block';

/** Everything known about a task, next to its video. */
export function Side({ card, titleId }: { card: Card; titleId: string }) {
  const t = useT();
  const { pill } = card;
  const images = card.task?.images ?? [];
  return (
    <div className="min-w-0">
      <div className="mb-3 flex items-start gap-2.5">
        <h2
          id={titleId}
          lang={useTextLanguage(card.title)}
          className="min-w-0 flex-1 text-headline text-balance wrap-anywhere"
        >
          {card.title}
        </h2>
        <Pill tone={pill.tone} className="mt-1">
          {t(pill.word)}
        </Pill>
      </div>
      <StuckStrip card={card} />
      <PromptBlock key={card.key} card={card} />
      {images.length > 0 ? (
        <Block title={t('details.images')}>
          <Thumbs images={images} title={card.whole} size="large" max={8} />
        </Block>
      ) : null}
      <OwnBlocks tracked={card.tracked} />
      <HistoryBlock card={card} />
      <FactsBlock card={card} />
      <OwnWordsBlock card={card} />
      <AnswerBlock card={card} />
    </div>
  );
}
