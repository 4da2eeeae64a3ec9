import { useStore } from 'zustand';

import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { givenUp, saving } from '~/task-view/save/saving';
import { whyNot } from '~/engine/answers/why-not';
import type { Card } from '~/task-view/use-card';
import type { Media } from '~/engine/media/media';
import { useMedia } from '~/engine/use-media';
import { formatPercent } from '~/i18n/format';
import { translate } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { Button, type ButtonVariant } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';
import { showToast } from '~/ui/toast';

/** Saves the video and shows the progress. */
export function DownloadButton({
  card,
  variant = 'quiet',
  bare = false,
  tabIndex,
}: {
  card: Card;
  variant?: ButtonVariant;
  /** Without words, where there is no room for them. */
  bare?: boolean;
  tabIndex?: number;
}) {
  const t = useT();
  const media = useMedia();
  const { key, title, tracked, task } = card;
  const share = useStore(saving, (shares) => shares[key]);
  const kept = useStore(media.keeping.state, (state) => state.kept.has(key));
  if (task === null || (!kept && whyNot('download', card) !== null)) return null;
  const busy = share !== undefined;
  const words =
    share === undefined
      ? t('card.download')
      : share === null
        ? t('card.saving')
        : t('card.savingShare', { percent: formatPercent(share * 100) });
  const named = (action: string): string => t('card.of', { action, title });
  const does = {
    icon: 'download',
    'aria-busy': busy,
    // It keeps the focus, which a disabled button loses.
    'aria-disabled': busy,
    tabIndex,
    onClick: () => void (busy || save(media, tracked, task)),
  } as const;
  return (
    <>
      {bare ? (
        <IconButton size="sm" label={named(words)} {...does} />
      ) : (
        <Button
          size={variant === 'quiet' ? 'sm' : 'md'}
          variant={variant}
          className="digits"
          aria-label={named(words)}
          {...does}
        >
          {words}
        </Button>
      )}
      {busy ? (
        <IconButton
          size="sm"
          icon="close"
          label={named(t('player.stopSaving'))}
          onClick={() => givenUp.get(key)?.abort()}
        />
      ) : null}
    </>
  );
}

/** The code comes with the first download. */
async function save(media: Media, tracked: TrackedTask, task: Task): Promise<void> {
  try {
    const { saveVideo } = await import('~/task-view/save/save-video');
    const { savedWords } = await import('~/task-view/words/saved-words');
    const text = savedWords(await saveVideo(media, tracked, task), translate);
    if (text !== null) showToast({ text });
  } catch {
    showToast({ text: translate('app.partFailed') });
  }
}
