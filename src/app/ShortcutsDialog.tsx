import { useT } from '~/i18n/use-t';
import { useDensity } from '~/task-view/density';
import { KeyList } from '~/task-view/keys/key-list';
import type { Actions } from '~/task-view/keys/key-map';
import { Dialog } from '~/ui/dialog';

import { SingleKeysChoice } from './SingleKeysChoice';
import { QuestionsButton } from './QuestionsButton';

/** All keys, by where they act, and whether single ones do. */
export function ShortcutsDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const isTable = useDensity() === 'table';
  const screens: readonly (keyof Actions)[] = [
    'page',
    'board',
    ...(isTable ? (['table'] as const) : []),
    'player',
    'comparison',
  ];
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('player.keys')}
      closeLabel={t('ui.close')}
      size="lg"
      footer={
        <div className="flex w-full flex-col gap-4">
          <SingleKeysChoice />
          <QuestionsButton onClose={onClose} />
        </div>
      }
    >
      {/* It has the focus first, so that keys scroll it in every browser. */}
      <div
        role="group"
        aria-label={t('player.keys')}
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reached
        tabIndex={0}
        className="-mx-2.5 flex flex-col gap-5 rounded-control px-2.5 py-1.5 focus-ring focus-visible:-outline-offset-2"
      >
        {screens.map((screen) => (
          <section key={screen} className="flex flex-col gap-2">
            <h3 className="text-note font-semibold text-ink-3">{t(`keys.${screen}`)}</h3>
            {/* On a cell, the table has the keys first. */}
            <KeyList
              screen={screen}
              without={isTable && screen === 'board' ? 'table' : undefined}
            />
          </section>
        ))}
      </div>
    </Dialog>
  );
}
