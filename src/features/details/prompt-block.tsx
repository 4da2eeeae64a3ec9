import { usePrompt } from '~/task-view/card/use-prompt';
import { copyText } from '~/task-view/copy';
import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';
import { IconButton } from '~/ui/icon-button';
import { Segmented } from '~/ui/segmented';

import { Block } from './block';

/** The whole prompt, enhanced or original. */
export function PromptBlock({ card: { task } }: { card: Card }) {
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
        <p className="text-ink-3">{t(task === null ? 'card.nothingKnown' : 'card.noPrompt')}</p>
      ) : (
        <p className="max-h-80 overflow-y-auto wrap-anywhere whitespace-pre-wrap">{text}</p>
      )}
    </Block>
  );
}
