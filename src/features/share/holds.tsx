import type { CarriedTask } from '~/engine/board-file/board-file';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';

import { holdings } from './holdings';

/** What leaves this browser, and what never does. */
export function Holds({
  tasks,
  withVideos,
}: {
  tasks: readonly CarriedTask[];
  withVideos: boolean;
}) {
  const t = useT();
  const never = [
    t('share.neverKey'),
    t('share.noAnswers'),
    ...(withVideos ? [] : [t('share.noVideos')]),
  ];
  return (
    <section aria-label={t('share.holds')} className="border-b border-line py-3">
      <h3 className="pb-1.5 text-note font-semibold text-ink-2">{t('share.holds')}</h3>
      <div className="grid gap-x-4 gap-y-1.5 sm:grid-cols-2">
        <List icon="check" tone="text-ok-ink" lines={holdings(tasks, t)} />
        <List icon="close" tone="text-bad-ink" lines={never} first="font-semibold" />
      </div>
    </section>
  );
}

function List({
  icon,
  tone,
  lines,
  first = '',
}: {
  icon: 'check' | 'close';
  tone: string;
  lines: readonly string[];
  first?: string;
}) {
  return (
    <ul>
      {lines.map((line, at) => (
        <li key={line} className={cn('flex gap-2 py-0.5', at === 0 && first)}>
          <Icon name={icon} className={`mt-0.5 ${tone}`} />
          <span className="min-w-0 wrap-anywhere">{capital(line)}</span>
        </li>
      ))}
    </ul>
  );
}

function capital(line: string): string {
  return line.charAt(0).toUpperCase() + line.slice(1);
}
