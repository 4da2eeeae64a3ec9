import { useT } from '~/i18n/use-t';
import { Checkbox } from '~/ui/checkbox';
import { cn } from '~/ui/cn';

import { selectTo, toggleSelected } from './selection';
import { useIsSelected, useIsSelecting } from './use-selection';

/** In the corner of a card: hidden until the card is pointed at, has the focus, or anything is chosen. */
export function CardCheckbox({ taskKey, title }: { taskKey: string; title: string }) {
  const t = useT();
  const chosen = useIsSelected(taskKey);
  const selecting = useIsSelecting();
  return (
    <Checkbox
      label={t('card.select', { title })}
      checked={chosen}
      data-select
      onClick={({ shiftKey }) => (shiftKey ? selectTo(taskKey) : toggleSelected(taskKey))}
      className={cn('absolute top-2.5 start-2.5', !selecting && CALM)}
    />
  );
}

const CALM =
  'not-focus-visible:not-group-hover/card:not-group-focus-within/card:opacity-0 pointer-coarse:hidden';
