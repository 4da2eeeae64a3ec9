import { useState } from 'react';

import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';

/** Somebody else's picture: no referrer is sent, and one that cannot be loaded leaves a quiet placeholder. */
export function Picture({
  src,
  alt = '',
  className,
  quiet = false,
}: {
  src: string;
  alt?: string;
  className?: string;
  /** Draws nothing at all instead of the placeholder. */
  quiet?: boolean;
}) {
  const [broken, setBroken] = useState<string | null>(null);
  if (broken === src) {
    return quiet ? null : (
      <span
        role={alt === '' ? undefined : 'img'}
        aria-label={alt === '' ? undefined : alt}
        className={cn('grid place-items-center bg-sunken text-ink-3', className)}
      >
        <Icon name="image" />
      </span>
    );
  }
  return (
    <img
      src={src}
      alt={alt}
      referrerPolicy="no-referrer"
      loading="lazy"
      decoding="async"
      draggable={false}
      onError={() => setBroken(src)}
      className={className}
    />
  );
}
