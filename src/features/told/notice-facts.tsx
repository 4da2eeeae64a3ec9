import type { Notice } from '~/core/notice';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';

/** A notice in numbers, each a button that shows what it counts. */
export function NoticeFacts({ notice: { facts = [] } }: { notice: Notice }) {
  const t = useT();
  return (
    <>
      <span className="flex-none text-ink-2">
        <span className="max-sm:hidden">{t('told.awayColon')}</span>
        <span className="sm:hidden">{t('told.awayShort')}</span>
      </span>
      <span className="strip flex min-w-0 items-center gap-1.5">
        {facts.map(({ tone, label, run }) => (
          <button
            key={label}
            type="button"
            onClick={run}
            className={cn(
              'h-7.5 flex-none cursor-pointer rounded-full px-2.5 text-caption font-label whitespace-nowrap focus-ring hover:underline',
              TONES[tone],
            )}
          >
            {label}
          </button>
        ))}
      </span>
    </>
  );
}

const TONES = {
  ok: 'bg-ok-soft text-ok-ink',
  bad: 'bg-bad-soft text-bad-ink',
  run: 'bg-run-soft text-run-ink',
} satisfies Record<NonNullable<Notice['facts']>[number]['tone'], string>;
