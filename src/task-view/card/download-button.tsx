import { useStore } from 'zustand';

import type { saveAndSay } from '~/task-view/save/save-and-say';
import { givenUp, saving } from '~/task-view/save/saving';
import { whyNot } from '~/engine/answers/why-not';
import { sayFailed } from '~/task-view/say-failed';
import type { Card } from '~/task-view/use-card';
import { useMedia } from '~/engine/use-media';
import { formatPercent } from '~/i18n/format';
import { withWords } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { Button, type ButtonVariant } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';

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
  const { key, whole, tracked, task } = card;
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
  const named = (action: string): string => `${action} ${whole}`;
  const does = {
    icon: 'download',
    'aria-busy': busy,
    // It keeps the focus, which a disabled button loses.
    'aria-disabled': busy,
    tabIndex,
    onClick: () => {
      if (!busy) save(media, tracked, task);
    },
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
function save(...video: Parameters<typeof saveAndSay>): void {
  void loadSaving()
    .then(({ saveAndSay }) => saveAndSay(...video))
    .catch(sayFailed);
}

const loadSaving = withWords(['later'], async () => import('~/task-view/save/save-and-say'));
