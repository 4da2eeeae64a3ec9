import { openDialog } from '~/address/dialogs';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

import { Picture } from './picture';

/** Input images as small squares that open large. */
export function Thumbs({
  images,
  title,
  size = 'card',
  max = 3,
}: {
  images: readonly string[];
  /** Of their task. */
  title: string;
  size?: keyof typeof SIZES;
  /** How many are shown; the rest are behind one button. */
  max?: number;
}) {
  const t = useT();
  if (images.length === 0) return null;
  const hidden = images.length - max;
  return (
    <div className="flex flex-none flex-wrap gap-1.5">
      {images.slice(0, max).map((image, index) => (
        <button
          key={image}
          type="button"
          aria-label={`${t('card.openImage', { n: index + 1 })} ${title}`}
          onClick={() => openDialog({ kind: 'images', images, index })}
          className={cn(
            'cursor-zoom-in overflow-hidden border border-line focus-ring',
            SIZES[size],
          )}
        >
          <Picture src={image} className="size-full object-cover" />
        </button>
      ))}
      {hidden > 0 ? (
        <button
          type="button"
          aria-label={`${t('card.moreImages', { n: hidden })} ${title}`}
          onClick={() => openDialog({ kind: 'images', images, index: max })}
          className={cn(
            'cursor-pointer border border-line bg-sunken text-caption text-ink-2 focus-ring',
            SIZES[size],
          )}
        >
          +{hidden}
        </button>
      ) : null}
    </div>
  );
}

const SIZES = { card: 'size-9 rounded-lg', large: 'size-21 rounded-control' };
