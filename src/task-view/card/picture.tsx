import { useState } from 'react';

import { useMedia } from '~/engine/use-media';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';

/** Somebody else's image: loaded without a referrer, with a quiet placeholder if it fails. */
export function Picture({
  src,
  alt = '',
  className,
  quiet = false,
  onRead,
  onBroken,
  onTall,
}: {
  src: string;
  alt?: string;
  className?: string;
  /** Draws nothing instead of the placeholder. */
  quiet?: boolean;
  /** Called with the image once it has loaded; never without CORS headers. */
  onRead?: ((picture: HTMLImageElement) => void) | undefined;
  onBroken?: (() => void) | undefined;
  /** Called with whether it is higher than wide, once it has loaded. */
  onTall?: (isTall: boolean) => void;
}) {
  const { unreadableHosts } = useMedia();
  const [broken, setBroken] = useState<string | null>(null);
  const host = /^https?:/i.test(src) ? new URL(src).host : null;
  const [refused, setRefused] = useState(host !== null && unreadableHosts.has(host));
  const read = onRead !== undefined && host !== null && !refused;
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
      // Request it again, separately from the one that failed.
      key={read ? 'read' : 'show'}
      src={src}
      alt={alt}
      crossOrigin={read ? 'anonymous' : undefined}
      referrerPolicy="no-referrer"
      loading="lazy"
      decoding="async"
      draggable={false}
      onLoad={({ currentTarget }) => {
        if (read) onRead(currentTarget);
        onTall?.(currentTarget.naturalHeight > currentTarget.naturalWidth);
      }}
      onError={() => {
        if (read) {
          unreadableHosts.add(host);
          setRefused(true);
          return;
        }
        // A missing image says nothing about its host.
        if (host !== null) unreadableHosts.delete(host);
        setBroken(src);
        onBroken?.();
      }}
      className={className}
    />
  );
}
