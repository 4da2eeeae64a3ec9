import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

/** What the service itself said, as text on two lines at most: the person may know what it means. */
export function ServiceWords({ words, className }: { words: string; className?: string }) {
  const t = useT();
  return (
    <span title={words} className={cn('line-clamp-2 wrap-anywhere', className)}>
      {t('card.says', { word: words })}
    </span>
  );
}
