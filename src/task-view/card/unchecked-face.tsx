import { useEngineStatus } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';

import { QuietFace } from './quiet-face';

/** No service has given a readable answer about this task yet. */
export function UncheckedFace() {
  const t = useT();
  const paused = useEngineStatus((status) => status.paused || !status.online);
  return (
    <QuietFace title={t('card.unchecked.title')}>
      <p>{paused ? t('card.unchecked.paused') : t('card.unchecked.soon')}</p>
    </QuietFace>
  );
}
