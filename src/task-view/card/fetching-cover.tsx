import { useStore } from 'zustand';

import { player, stopPlaying } from '~/task-view/player/player';
import { formatPercent } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { ProgressBar } from '~/ui/progress-bar';

/** Shown while a video that needs the key is loading: the progress, and a way to stop. */
export function FetchingCover({ playKey }: { playKey: string }) {
  const t = useT();
  const share = useStore(player, (now) => (now.status === 'fetching' ? now.share : null));
  const percent = share === null ? null : share * 100;
  return (
    <div className="absolute inset-0 flex flex-col items-center justify-center gap-3 bg-black/70 px-6">
      <p className="digits">
        {percent === null
          ? t('player.fetching')
          : t('player.fetchingShare', { percent: formatPercent(percent) })}
      </p>
      <ProgressBar
        label={t('player.fetching')}
        value={percent}
        className="w-full max-w-60"
        trackClassName="bg-black/62"
      />
      <button
        type="button"
        onClick={() => stopPlaying(playKey)}
        className="cursor-pointer rounded-lg px-3 py-1.5 font-medium focus-over hover:bg-white/15"
      >
        {t('player.stop')}
      </button>
    </div>
  );
}
