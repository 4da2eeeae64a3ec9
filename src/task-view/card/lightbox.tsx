import { useState, type KeyboardEvent } from 'react';

import { useT } from '~/i18n/use-t';
import { Dialog } from '~/ui/dialog';
import { IconButton } from '~/ui/icon-button';
import '~/ui/late-icons';

import { Picture } from './picture';

/** A large input image; the arrow keys go through all of them. */
export function Lightbox({
  images,
  index,
  onClose,
}: {
  images: readonly string[];
  index: number;
  onClose: () => void;
}) {
  const t = useT();
  const [at, setAt] = useState(index);
  const image = images[at];
  const step = (by: number): void => setAt((at + by + images.length) % images.length);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === 'ArrowLeft') step(-1);
    if (event.key === 'ArrowRight') step(1);
  };
  if (image === undefined) return null;
  const name = t('card.image', { n: at + 1 });
  return (
    <Dialog
      open
      onClose={onClose}
      size="full"
      closeLabel={t('ui.close')}
      title={images.length > 1 ? `${name} / ${images.length}` : name}
    >
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- keys only add to the buttons */}
      <div onKeyDown={onKeyDown} className="flex items-center justify-center gap-2">
        {images.length > 1 ? (
          <IconButton
            icon="chevron-left"
            label={t('card.imagePrevious')}
            onClick={() => step(-1)}
          />
        ) : null}
        <Picture
          key={image}
          src={image}
          alt={name}
          className="max-h-[calc(86dvh-6.875rem)] min-h-40 min-w-0 max-w-full flex-1 rounded-lg object-contain"
        />
        {images.length > 1 ? (
          <IconButton icon="chevron-right" label={t('card.imageNext')} onClick={() => step(1)} />
        ) : null}
      </div>
    </Dialog>
  );
}
