import { useT } from '~/i18n/use-t';
import { useDensity } from '~/task-view/density';
import { KeyList } from '~/task-view/keys/key-list';
import type { Actions } from '~/task-view/keys/key-map';
import { Dialog } from '~/ui/dialog';

import { SingleKeysChoice } from './SingleKeysChoice';

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
        <div className="w-full">
          <SingleKeysChoice />
        </div>
      }
    >
      <div className="flex flex-col gap-5">
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
