import type { Card } from '~/task-view/use-card';
import { useT } from '~/i18n/use-t';

import { HelpMark } from './help-mark';
import { QuietFace } from './quiet-face';

/** The service knows the task, but says no state, or one that nobody here understands: that is shown as it is. */
export function UnclearFace({ card }: { card: Card }) {
  const t = useT();
  const word = card.task?.statusWord ?? null;
  return (
    <QuietFace title={word === null ? t('card.unclear.none') : t('card.says', { word })}>
      <p>{t(word === null ? 'card.unclear.noneText' : 'card.unclear.text')}</p>
      <HelpMark met="card.unclear" />
    </QuietFace>
  );
}
