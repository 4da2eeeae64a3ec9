import { useState } from 'react';

import { copyText } from '~/task-view/copy';
import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';
import { usePrefs } from '~/prefs/use-prefs';
import { IconButton } from '~/ui/icon-button';
import { Segmented } from '~/ui/segmented';

import { Block } from './block';

/** The whole prompt, enhanced or original. */
export function PromptBlock({ card: { task } }: { card: Card }) {
  const t = useT();
  const first = usePrefs((prefs) => prefs.promptShown);
  const [chosen, setChosen] = useState<'enhanced' | 'original' | null>(null);
  const { prompt = null, enhancedPrompt = null } = task ?? {};
  const both = prompt !== null && enhancedPrompt !== null;
  const shown = chosen ?? first;
  const text = both ? (shown === 'enhanced' ? enhancedPrompt : prompt) : (enhancedPrompt ?? prompt);
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
              onChange={setChosen}
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
