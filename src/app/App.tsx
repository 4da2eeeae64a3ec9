import { useCallback, useRef, useState } from 'react';

import type { KeyWanted } from '~/core/connection';
import { refKey } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { useEngine, useTracked } from '~/engine/use-engine';
import { forScreen, type ForScreens } from '~/address/screens';
import { useView } from '~/address/use-view';
import type { DraftText } from '~/features/add-tasks/form/draft-text';
import { ConnectionsButton } from '~/features/connections/connections-button';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';
import { usePastedText } from '~/ui/use-pasted-text';

import type { Config } from './config';
import { DailyNotice } from './DailyNotice';
import { Header } from './Header';
import { HelpLink } from './HelpLink';
import { LanguageSelect } from './LanguageSelect';
import {
  AddTasksDialog,
  Announcer,
  BannerList,
  Board,
  ChangeKeyDialog,
  Compare,
  ConnectionsList,
  Details,
  DownloadDialog,
  ExpiryNotice,
  FirstRun,
  KeepPanel,
  Settings,
} from './parts';
import { addSampleBoard } from './sample-board';
import { Search } from './Search';
import { ThemeButton } from './ThemeButton';
import { ToastHost } from './ToastHost';
import { useSlashToSearch } from './use-slash-to-search';
import { useScreenFocus } from './use-screen-focus';

/** The whole page: the banner, one of three screens, and the dialogs over them. */
export function App({ config }: { config: Config }) {
  const empty = useTracked((state) => state.tasks.size === 0);
  const [settings, setSettings] = useState(false);
  const [keyWanted, setKeyWanted] = useState<KeyWanted | null>(null);
  /** What the dialog for new tasks begins with; null while it is closed. */
  const [adding, setAdding] = useState<string | DraftText | null>(null);
  const openSettings = useCallback(() => setSettings(true), []);
  return (
    <>
      {empty ? (
        <Welcome config={config} onSettings={openSettings} onAdded={setAdding} />
      ) : (
        <Watching
          config={config}
          onSettings={openSettings}
          onChangeKey={setKeyWanted}
          onAdd={setAdding}
        />
      )}
      {settings ? (
        <Settings open onClose={() => setSettings(false)} keep={empty ? null : <KeepPanel />}>
          <ConnectionsList onChange={({ id, base }) => setKeyWanted({ connectionId: id, base })} />
        </Settings>
      ) : null}
      {keyWanted ? <ChangeKeyDialog wanted={keyWanted} onClose={() => setKeyWanted(null)} /> : null}
      {adding === null || empty ? null : (
        <AddTasksDialog
          // What is left over makes a new form.
          key={typeof adding === 'string' ? 'new' : 'rest'}
          open
          initial={adding}
          offer={config}
          onAdded={setAdding}
          onClose={() => setAdding(null)}
        />
      )}
      <ToastHost />
      <Announcer />
      <ScreenFocus empty={empty} />
    </>
  );
}

/** Draws nothing: the whole page need not be drawn again for a change of the address. */
function ScreenFocus({ empty }: { empty: boolean }) {
  const { screen } = useView();
  useScreenFocus(empty ? 'welcome' : forScreen(screen, FOCUSED));
  return null;
}

/** Whenever this changes, the focus goes on in the new screen. */
const FOCUSED: ForScreens<string> = {
  board: () => 'board',
  task: ({ task }) => refKey(task),
  compare: () => 'compare',
};

/** Nothing is tracked yet. */
function Welcome({
  config,
  onSettings,
  onAdded,
}: {
  config: Config;
  onSettings: () => void;
  onAdded: (rest: DraftText | null) => void;
}) {
  const engine = useEngine();
  return (
    <>
      <Header>
        <span className="max-sm:hidden">
          <LanguageSelect hideLabel />
        </span>
        <HelpLink address={config.help} />
        <ThemeButton />
        <SettingsButton onClick={onSettings} />
      </Header>
      <main tabIndex={-1} className="outline-none">
        <div className="mx-auto max-w-[760px] px-5 pt-4">
          <DailyNotice notice={config.notice} />
        </div>
        <FirstRun offer={config} onAdded={onAdded} onSample={() => void addSampleBoard(engine)} />
      </main>
    </>
  );
}

function Watching({
  config,
  onSettings,
  onChangeKey,
  onAdd,
}: {
  config: Config;
  onSettings: () => void;
  onChangeKey: (wanted: KeyWanted) => void;
  onAdd: (text: string) => void;
}) {
  const t = useT();
  const { screen } = useView();
  const [downloading, setDownloading] = useState<readonly TrackedTask[] | null>(null);
  const addTasks = useCallback(() => onAdd(''), [onAdd]);
  const page = useRef<HTMLDivElement>(null);
  usePastedText(onAdd);
  useSlashToSearch(page);
  return (
    <div ref={page}>
      <Header search={<Search />}>
        <HelpLink address={config.help} />
        <ConnectionsButton onOpen={onSettings} />
        <SettingsButton onClick={onSettings} />
        <Button variant="primary" icon="plus" onClick={addTasks}>
          {t('app.addTasks')}
        </Button>
      </Header>
      <main tabIndex={-1} className="outline-none">
        {screen.kind === 'compare' ? (
          <Compare comparison={screen.comparison} />
        ) : screen.kind === 'task' ? (
          <Details task={screen.task} onChangeKey={onChangeKey} />
        ) : (
          <Board
            banners={
              <>
                <DailyNotice notice={config.notice} />
                <BannerList onChangeKey={onChangeKey} />
                <ExpiryNotice onDownload={setDownloading} />
              </>
            }
            onAddTasks={addTasks}
            onDownload={setDownloading}
            onChangeKey={onChangeKey}
          />
        )}
      </main>
      {downloading ? (
        <DownloadDialog tasks={downloading} onClose={() => setDownloading(null)} />
      ) : null}
    </div>
  );
}

function SettingsButton({ onClick }: { onClick: () => void }) {
  const t = useT();
  return <IconButton label={t('app.settings')} icon="gear" onClick={onClick} />;
}
