import { useLocale, useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

import type { PictureName } from './topics';

const FILES = import.meta.glob<string>('./pictures/*/*.webp', {
  eager: true,
  query: '?url',
  import: 'default',
});

/** A part of the page itself, in its language and theme; in English where there is none yet. */
export function Picture({ name }: { name: PictureName }) {
  const t = useT();
  const locale = useLocale();
  const alt = t(`help.picture.${name}`);
  return (['light', 'dark'] as const).map((theme) => (
    <img
      key={theme}
      // One of them is not drawn, and what is lazy and not drawn is not fetched.
      loading="lazy"
      src={fileOf(locale, name, theme) ?? fileOf('en', name, theme)}
      alt={alt}
      width={PICTURE.width}
      height={PICTURE.height}
      className={cn(
        'mt-5 h-auto w-full max-w-160 rounded-card border border-line',
        theme === 'light' ? 'dark:hidden' : 'not-dark:hidden',
      )}
    />
  ));
}

/** Of all of them, in px of the page; `scripts/pictures/help.mjs` cuts them so. */
const PICTURE = { width: 640, height: 320 } as const;

function fileOf(locale: string, name: PictureName, theme: string): string | undefined {
  return FILES[`./pictures/${locale}/${name}-${theme}.webp`];
}
