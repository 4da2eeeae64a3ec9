import { useEngine } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import type { Card } from '~/task-view/use-card';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';

/** In the corner of a video, playing or not: whether it is picked. */
export function PickStar({ card: { key, whole, tracked } }: { card: Card }) {
  const t = useT();
  const engine = useEngine();
  const isPicked = tracked.pickedAt !== null;
  return (
    <button
      type="button"
      aria-label={`${t('compare.picked')} ${whole}`}
      aria-pressed={isPicked}
      onClick={() => engine.pick(key, !isPicked)}
      className={cn(
        'absolute top-2 end-2 grid size-8 cursor-pointer place-items-center rounded-full bg-black/62 focus-over tap',
        isPicked ? 'text-star [&_svg]:fill-current' : CALM,
      )}
    >
      <Icon name="star" />
    </button>
  );
}

/** Shown where the card is pointed at or has the focus, and to fingers. */
const CALM =
  'not-focus-visible:not-group-hover/card:not-group-focus-within/card:pointer-fine:opacity-0';
