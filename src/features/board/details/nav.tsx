import { siblingsOf, useArranged, useEntries } from '~/features/board/use-board';
import { changeView, useView } from '~/address/use-view';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';

/** Back to the board, and through the other tasks of the same standing in the board's order. */
export function Nav({ taskKey }: { taskKey: string }) {
  const t = useT();
  const view = useView();
  const entries = useEntries();
  const arranged = useArranged(entries, view);
  const own = entries.find(({ key }) => key === taskKey);
  const siblings = own ? siblingsOf(arranged, own) : [];
  const at = siblings.findIndex(({ key }) => key === taskKey);
  const place = { n: at + 1, total: siblings.length };
  const go = (index: number): void => {
    const next = siblings[index];
    if (next) changeView({ task: next.tracked }, { replace: true });
  };
  return (
    <nav
      aria-label={t('card.details')}
      className="mx-auto flex max-w-[1240px] items-center gap-2.5 px-6 pt-[18px] text-ink-2 max-sm:px-3.5"
    >
      <Button icon="chevron-left" onClick={() => changeView({ task: null })}>
        {t('details.back')}
      </Button>
      <span className="flex-1" />
      {at < 0 ? null : (
        <>
          <span className="tabular-nums">
            {t(own?.standing === 'ready' ? 'details.placeReady' : 'details.place', place)}
          </span>
          <IconButton
            icon="chevron-left"
            label={t('details.previous')}
            disabled={at === 0}
            onClick={() => go(at - 1)}
          />
          <IconButton
            icon="chevron-right"
            label={t('details.next')}
            disabled={at === siblings.length - 1}
            onClick={() => go(at + 1)}
          />
        </>
      )}
    </nav>
  );
}
