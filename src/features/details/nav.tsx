import { BOARD } from '~/address/screens';
import { changeView } from '~/address/use-view';
import { useT } from '~/i18n/use-t';
import { useShortcut } from '~/task-view/keys/use-shortcut';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';
import '~/ui/late-icons';

import type { Siblings } from './use-siblings';

/**
 * Back to the board, and through the tasks with the same filter in the board's order. At an end its button keeps the
 * focus, which a disabled one loses.
 */
export function Nav({ siblings }: { siblings: Siblings }) {
  const t = useT();
  const { n, total, standing } = siblings;
  const previousKey = useShortcut('Shift+P');
  const nextKey = useShortcut('Shift+N');
  return (
    <nav
      aria-label={t('card.details')}
      className="mx-auto flex max-w-310 flex-wrap items-center gap-2.5 px-6 pt-4.5 text-ink-2 max-sm:px-3.5"
    >
      <Button icon="chevron-left" onClick={() => changeView({ screen: BOARD })}>
        {t('details.back')}
      </Button>
      {n === null ? null : (
        <div className="ms-auto flex items-center gap-2.5">
          <span className="digits">
            {t(standing === 'ready' ? 'details.placeReady' : 'details.place', { n, total })}
          </span>
          <IconButton
            icon="chevron-left"
            label={t('details.previous')}
            aria-keyshortcuts={previousKey}
            aria-disabled={!siblings.has(-1)}
            onClick={() => siblings.go(-1)}
          />
          <IconButton
            icon="chevron-right"
            label={t('details.next')}
            aria-keyshortcuts={nextKey}
            aria-disabled={!siblings.has(1)}
            onClick={() => siblings.go(1)}
          />
        </div>
      )}
    </nav>
  );
}
