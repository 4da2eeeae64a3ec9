import { useCallback, useRef, useState } from 'react';

import { useTracked } from '~/engine/tasks/use-engine';
import { FirstRun } from '~/features/add-tasks/first-run';
import { Board } from '~/features/board/board';
import { useView } from '~/features/board/use-view';
import { Announcer } from '~/features/notices/announcer';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';

import { Header } from './Header';
import { LanguageSelect } from './LanguageSelect';
import { AddTasksDialog, Details, Settings } from './parts';
import { Search } from './Search';
import { ThemeButton } from './ThemeButton';
import { ToastHost } from './ToastHost';
import { usePastedText, useSlashToSearch } from './use-global-input';

/** The whole page: the banner, one of three screens, and the windows over them. */
export function App() {
  const empty = useTracked((state) => state.tasks.size === 0);
  const [settings, setSettings] = useState(false);
  const openSettings = useCallback(() => setSettings(true), []);
  return (
    <>
      {empty ? <Welcome onSettings={openSettings} /> : <Watching onSettings={openSettings} />}
      {settings ? <Settings open onClose={() => setSettings(false)} /> : null}
      <ToastHost />
      <Announcer />
    </>
  );
}

/** Nothing is watched yet. */
function Welcome({ onSettings }: { onSettings: () => void }) {
  return (
    <>
      <Header>
        <span className="max-sm:hidden">
          <LanguageSelect hideLabel />
        </span>
        <ThemeButton />
        <SettingsButton onClick={onSettings} />
      </Header>
      <main>
        <FirstRun />
      </main>
    </>
  );
}

function Watching({ onSettings }: { onSettings: () => void }) {
  const t = useT();
  const { task } = useView();
  /** The text the window for new tasks starts with; null while it is closed. */
  const [adding, setAdding] = useState<string | null>(null);
  const addTasks = useCallback(() => setAdding(''), []);
  const page = useRef<HTMLDivElement>(null);
  usePastedText(setAdding);
  useSlashToSearch(page);
  return (
    <div ref={page}>
      <Header search={<Search />}>
        <SettingsButton onClick={onSettings} />
        <Button variant="primary" icon="plus" onClick={addTasks}>
          {t('app.addTasks')}
        </Button>
      </Header>
      <main>{task ? <Details /> : <Board onAddTasks={addTasks} />}</main>
      {adding === null ? null : (
        <AddTasksDialog open initialText={adding} onClose={() => setAdding(null)} />
      )}
    </div>
  );
}

function SettingsButton({ onClick }: { onClick: () => void }) {
  const t = useT();
  return <IconButton label={t('app.settings')} icon="gear" onClick={onClick} />;
}
