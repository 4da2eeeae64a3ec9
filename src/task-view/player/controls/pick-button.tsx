import { useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';

import { VideoButton } from './video-button';

/** The star of the video that plays: the best of several takes. */
export function PickButton({ taskKey, onPick }: { taskKey: string; onPick: () => void }) {
  const t = useT();
  const picked = useTracked(({ tasks }) => (tasks.get(taskKey)?.pickedAt ?? null) !== null);
  return (
    <VideoButton
      icon="star"
      label={t('compare.picked')}
      keys="P"
      pressed={picked}
      className={picked ? 'text-star [&_svg]:fill-current' : ''}
      onPress={onPick}
    />
  );
}
