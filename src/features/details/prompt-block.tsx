import { useRef } from 'react';

import { usePrompt } from '~/task-view/card/use-prompt';
import { copyText } from '~/task-view/copy';
import { useTextLanguage } from '~/task-view/words/use-text-language';
import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';
import { IconButton } from '~/ui/icon-button';
import { Segmented } from '~/ui/segmented';
import { useIsCut } from '~/ui/use-is-cut';

import { Block } from './block';

/** The whole prompt, enhanced or original. */
export function PromptBlock({ card: { task, answer } }: { card: Card }) {
  const t = useT();
  const { text, shown, both, choose } = usePrompt(task);
  return (
    <Block
      title={t('details.prompt')}
      aside={
        <>
          {text === null ? null : (
            <IconButton
              size="sm"
              icon="copy"
              label={t('card.copyPrompt')}
              onClick={() => void copyText(text)}
            />
          )}
          {both ? (
            <Segmented
              size="sm"
              label={t('details.prompt')}
              value={shown}
              onChange={choose}
              options={[
                { value: 'enhanced', label: t('card.enhanced') },
                { value: 'original', label: t('card.original') },
              ]}
            />
          ) : null}
        </>
      }
    >
      {text === null ? (
        <p className="text-ink-3">
          {t(answer.answeredAt === null ? 'card.nothingKnown' : 'card.noPrompt')}
        </p>
      ) : (
        <Whole text={text} />
      )}
    </Block>
  );
}

/** If it scrolls, it can be reached and scrolled with the keyboard; then, and only then, it is a stop for Tab. */
function Whole({ text }: { text: string }) {
  const t = useT();
  const box = useRef<HTMLParagraphElement>(null);
  const scrolls = useIsCut(box, text);
  return (
    <p
      ref={box}
      lang={useTextLanguage(text)}
      {...(scrolls && { role: 'region', tabIndex: 0, 'aria-label': t('details.prompt') })}
      // Chinese letters stand out of their line by a pixel, for which nothing shall scroll.
      className="-my-px max-h-80 overflow-y-auto py-px wrap-anywhere whitespace-pre-wrap focus-ring"
    >
      {text}
    </p>
  );
}
