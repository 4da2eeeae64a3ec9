import { useStore } from 'zustand';

import type { Task } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { saveVideo, saving, stopSaving } from '~/task-view/save/save-video';
import { savedWords } from '~/task-view/words/saved-words';
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
}: {
  card: Card;
  variant?: ButtonVariant;
}) {
  const t = useT();
  const media = useMedia();
  const { key, tracked, task } = card;
  const share = useStore(saving, (shares) => shares[key]);
  const kept = useStore(media.keeping.state, (state) => state.kept.has(key));
  if (task === null || (!kept && whyNot('download', card) !== null)) return null;
  const busy = share !== undefined;
  return (
    <>
      <Button
        size={variant === 'quiet' ? 'sm' : 'md'}
        variant={variant}
        icon="download"
        aria-busy={busy}
        disabled={busy}
        onClick={() => void save(media, tracked, task)}
        className="digits"
      >
        {share === undefined
          ? t('card.download')
          : share === null
            ? t('card.saving')
            : t('card.savingShare', { percent: formatPercent(share * 100) })}
      </Button>
      {busy ? (
        <IconButton
          size="sm"
          icon="close"
          label={t('player.stopSaving')}
          onClick={() => stopSaving(key)}
        />
      ) : null}
    </>
  );
}

async function save(media: Media, tracked: TrackedTask, task: Task): Promise<void> {
  const text = savedWords(await saveVideo(media, tracked, task), translate);
  if (text !== null) showToast({ text });
}
