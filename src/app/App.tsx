import { Activity, useRef } from 'react';
import { useStore } from 'zustand';

import { openDialog } from '~/address/dialogs';
import { useViewOf } from '~/address/use-view';
import { useEngine, useEngineStatus, useTracked } from '~/engine/use-engine';
import { ConnectionsButton } from '~/features/connections/connections-button';
import { useT } from '~/i18n/use-t';
import { locked } from '~/prefs/locked';
import { Button } from '~/ui/button';
import { IconButton } from '~/ui/icon-button';
import { usePastedText } from '~/ui/use-pasted-text';

import type { Config } from './config';
import { Header } from './Header';
import { HelpLink } from './HelpLink';
import { LanguageSelect } from './LanguageSelect';
import { OpenDialogs } from './OpenDialogs';
import { BoardNotices, OpenScreen, ScreenFocus } from './OpenScreen';
import { Beginning, DailyNotice, FeedTroubles, FirstRun, LockScreen, Telling, Told } from './parts';
import { addSampleBoard } from './sample-board';
import { Search } from './Search';
import { ThemeButton } from './ThemeButton';
import { ToastHost } from './ToastHost';
import { ViewsButton } from './ViewsButton';
import { usePageKeys } from './use-page-keys';

/** The whole page: the banner, one of three screens, and the dialogs over it. */
export function App({ config }: { config: Config }) {
  const empty = useTracked((state) => state.tasks.size === 0);
  const isLocked = useStore(locked, (state) => state.isLocked);
  return (
    <>
      {isLocked ? <LockScreen /> : <Screens config={config} empty={empty} />}
      {/* The same one before and after: what it has noted and not told yet must outlast the lock. */}
      {empty ? null : <Told />}
    </>
  );
}

function Screens({ config, empty }: { config: Config; empty: boolean }) {
  return (
    <>
      {empty ? <Welcome config={config} /> : <Watching config={config} />}
      <OpenDialogs config={config} empty={empty} />
      <ToastHost />
      <ScreenFocus empty={empty} />
    </>
  );
}

/** Nothing is tracked yet. */
function Welcome({ config }: { config: Config }) {
  const engine = useEngine();
  const inTrouble = useEngineStatus(({ feeds }) => feeds.length > 0);
  // What a link compares is said even if nothing of it is there, and what has ended stays to be seen; a text in the form
  // outlasts a look at the help.
  const kind = useViewOf(({ screen }) => screen.kind);
  const isElsewhere = kind === 'compare' || kind === 'help' || kind === 'insight';
  return (
    <>
      <Beginning />
      <Header>
        <span className="max-sm:hidden">
          <LanguageSelect hideLabel />
        </span>
        <HelpLink address={config.help} />
        <ThemeButton />
        <SettingsButton />
      </Header>
      <main id="main" tabIndex={-1} className="outline-none">
        <div className="mx-auto max-w-190 px-5 pt-4">
          {config.notice === null ? null : <DailyNotice notice={config.notice} />}
          {inTrouble ? <FeedTroubles /> : null}
        </div>
        {isElsewhere ? <OpenScreen config={config} /> : null}
        <Activity mode={isElsewhere ? 'hidden' : 'visible'}>
          <FirstRun offer={config} onSample={() => void addSampleBoard(engine)} />
        </Activity>
      </main>
    </>
  );
}

function Watching({ config }: { config: Config }) {
  const t = useT();
  const page = useRef<HTMLDivElement>(null);
  usePastedText((text) => openDialog({ kind: 'add', text }));
  usePageKeys(page);
  return (
    // The screens scroll below the banner, and end where a notice begins.
    <div ref={page} className="flex h-dvh flex-col max-xl:has-data-notice:pb-notice">
      <Telling />
      <Header
        search={
          <>
            <ViewsButton />
            <Search />
          </>
        }
        notices={<BoardNotices config={config} />}
      >
        {config.help === null ? null : <HelpLink address={config.help} />}
        <ConnectionsButton />
        <SettingsButton />
        <Button
          variant="primary"
          icon="plus"
          className="max-sm:w-11 max-sm:px-0"
          aria-label={t('app.addTasks')}
          onClick={() => openDialog({ kind: 'add', text: '' })}
        >
          {/* On a phone there is no room for the words. */}
          <span className="max-sm:hidden">{t('app.addTasks')}</span>
        </Button>
      </Header>
      <main id="main" tabIndex={-1} className="relative flex min-h-0 flex-1 flex-col outline-none">
        <OpenScreen config={config} />
      </main>
    </div>
  );
}

function SettingsButton() {
  const t = useT();
  return (
    <IconButton
      label={t('app.settings')}
      icon="gear"
      onClick={() => openDialog({ kind: 'settings' })}
    />
  );
}
