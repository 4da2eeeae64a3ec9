import { openDialog } from '~/address/dialogs';
import type { TaskRef } from '~/core/answer';
import { formatList } from '~/i18n/format-list';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

/** What a link compares that is not on this board, and a way to add it. */
export function Missing({ missing, all }: { missing: readonly TaskRef[]; all: number }) {
  const t = useT();
  if (missing.length < all) {
    return (
      <div className="mb-3 flex flex-wrap items-center gap-3 text-ink-2">
        <p>{t('compare.missing', { n: missing.length, all })}</p>
        <AddThem missing={missing} />
      </div>
    );
  }
  const services = formatList(new Set(missing.map(({ base }) => serviceName(base))));
  return (
    <div className="mx-auto flex max-w-140 flex-col items-center gap-2 px-6 py-20 text-center text-ink-2">
      <h2 className="text-large font-semibold text-ink">{t('compare.none.title')}</h2>
      <p className="wrap-anywhere">{t('compare.none.text', { n: all, services })}</p>
      <ul className="max-w-full text-note text-ink-3 digits">
        {missing.map(({ base, taskId }) => (
          <li key={`${base} ${taskId}`} className="truncate" title={taskId}>
            {taskId}
          </li>
        ))}
      </ul>
      <div className="mt-3">
        <AddThem missing={missing} primary />
      </div>
    </div>
  );
}

/**
 * The form with their ids, and without their services: somebody else wrote the link, and the person's key must not go
 * where a link says.
 */
function AddThem({ missing, primary = false }: { missing: readonly TaskRef[]; primary?: boolean }) {
  const t = useT();
  const text = missing.map(({ taskId }) => taskId).join('\n');
  return (
    <Button
      variant={primary ? 'primary' : 'plain'}
      size={primary ? 'md' : 'sm'}
      icon="plus"
      onClick={() => openDialog({ kind: 'add', text })}
    >
      {t('app.addTasks')}
    </Button>
  );
}
