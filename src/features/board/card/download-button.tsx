import { useStore } from 'zustand';

import type { Task, TaskVideo } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import { playWords } from '~/features/board/player/play-problems';
import { saveVideo, saving, type Saved } from '~/features/board/player/save';
import type { Card } from '~/features/board/use-card';
import type { Engine } from '~/engine/tasks/engine';
import { useEngine } from '~/engine/tasks/use-engine';
import { formatPercent } from '~/i18n/format';
import { translate } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { Button, type ButtonVariant } from '~/ui/button';
import { showToast } from '~/ui/toast';

/** Saves the film; says how much has come while it does. */
export function DownloadButton({
  card: { key, tracked, task },
  variant = 'quiet',
}: {
  card: Card;
  variant?: ButtonVariant;
}) {
  const t = useT();
  const engine = useEngine();
  const share = useStore(saving, ({ shares }) => shares.get(key));
  const video = task?.video ?? null;
  if (task === null || video === null) return null;
  return (
    <Button
      size={variant === 'quiet' ? 'sm' : 'md'}
      variant={variant}
      icon="download"
      aria-busy={share !== undefined}
      disabled={share !== undefined}
      onClick={() => void save(engine, tracked, task, video)}
      className="tabular-nums"
    >
      {share === undefined
        ? t('card.download')
        : share === null
          ? t('card.saving')
          : t('card.savingShare', { percent: formatPercent(share * 100) })}
    </Button>
  );
}

async function save(
  engine: Engine,
  tracked: TrackedTask,
  task: Task,
  video: TaskVideo,
): Promise<void> {
  const saved = await saveVideo(engine, tracked, task, video);
  const text = sentence(saved);
  if (text !== null) showToast({ text });
}

function sentence(saved: Saved): string | null {
  if (saved.kind === 'busy') return null;
  if (saved.kind === 'tab') return translate('player.openedTab');
  if (saved.kind === 'saved') return translate('player.saved', { name: saved.name });
  const words = playWords(saved.reason);
  return `${translate(words.title)}. ${translate(words.text)}`;
}
