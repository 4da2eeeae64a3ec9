import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

/** A sentence up to this length, in characters, is never cut off. */
const SHORT = 140;

/** What the service itself said, as text, if it is long on two lines: the person may know what it means. */
export function ServiceWords({ words, className }: { words: string; className?: string }) {
  const t = useT();
  return (
    <span
      title={words}
      className={cn('wrap-anywhere', words.length > SHORT && 'line-clamp-2', className)}
    >
      {t('card.says', { word: words })}
    </span>
  );
}
