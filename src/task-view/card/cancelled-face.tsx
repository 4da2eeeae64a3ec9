import { useT } from '~/i18n/use-t';

import { QuietFace } from './quiet-face';

export function CancelledFace() {
  const t = useT();
  return (
    <QuietFace title={t('card.cancelled.title')}>
      <p>{t('card.cancelled.text')}</p>
    </QuietFace>
  );
}
