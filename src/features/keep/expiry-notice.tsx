import { useState } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

import { openDialog } from '~/address/dialogs';
import { placeNow, type KeepHalt } from '~/engine/media/keep/state';
import { useFinished } from '~/engine/use-board';
import { useMedia } from '~/engine/use-media';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { NoticeLine } from '~/ui/notice-line';
import { useNow } from '~/platform/use-now';

import { expiringSoon } from './expiring';
import { HALT_WORDS } from './halt-words';

/** How often links are checked, in ms. */
const LOOK_MS = 30_000;

/**
 * Above the board: that nothing more is kept, and why; and, once for all expiring links, that their videos should
 * be saved.
 */
export function ExpiryNotice() {
  return (
    <>
      <HaltNotice />
      <LastHour />
    </>
  );
}

/** Who turned on keeping videos must be told that it stopped, without opening the settings. */
function HaltNotice() {
  const t = useT();
  const { keeping } = useMedia();
  const { halt, ...state } = useStore(keeping.state);
  const [read, setRead] = useState<KeepHalt | null>(null);
  if (halt === null || halt === read || (placeNow(state) === null && halt !== 'permission'))
    return null;
  return (
    <div className="mb-4">
      <NoticeLine text={t(HALT_WORDS[halt].text)}>
        <Button size="sm" onClick={() => void keeping.resume()}>
          {t(HALT_WORDS[halt].help)}
        </Button>
        <Button size="sm" variant="quiet" onClick={() => setRead(halt)}>
          {t('keep.dismiss')}
        </Button>
      </NoticeLine>
    </div>
  );
}

/** A dismissed notice stays away until the next visit, even when other screens are opened. */
const dismissals = createStore<{ keys: ReadonlySet<string> }>(() => ({ keys: new Set() }));

function LastHour() {
  const t = useT();
  const { keeping } = useMedia();
  const { kept, place } = useStore(keeping.state);
  const now = useNow(LOOK_MS);
  const finished = useFinished();
  const dismissed = useStore(dismissals, ({ keys }) => keys);
  const soon = expiringSoon(finished, (key) => kept.has(key), now).filter(
    ({ key }) => !dismissed.has(key),
  );
  if (soon.length === 0) return null;
  return (
    <div className="mb-4">
      <NoticeLine text={t('keep.expiring', { n: soon.length })}>
        <Button
          size="sm"
          icon="download"
          onClick={() =>
            openDialog({ kind: 'download', tasks: soon.map(({ tracked }) => tracked) })
          }
        >
          {t('keep.downloadThem', { n: soon.length })}
        </Button>
        {place === null && keeping.can.browser ? (
          <Button size="sm" onClick={() => void keeping.setPlace('browser')}>
            {t('keep.every')}
          </Button>
        ) : null}
        <Button
          size="sm"
          variant="quiet"
          onClick={() =>
            dismissals.setState({ keys: new Set([...dismissed, ...soon.map(({ key }) => key)]) })
          }
        >
          {t('keep.dismiss')}
        </Button>
      </NoticeLine>
    </div>
  );
}
