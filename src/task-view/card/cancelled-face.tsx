import { useT } from '~/i18n/use-t';

import { StillFace } from './still-face';

export function CancelledFace() {
  const t = useT();
  return (
    <StillFace title={t('card.cancelled.title')}>
      <p>{t('card.cancelled.text')}</p>
    </StillFace>
  );
}
