import { useMemo } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

import { openDialog } from '~/address/dialogs';
import type { Notice } from '~/core/notice';
import { placeNow, type KeepHalt } from '~/engine/media/keep/state';
import { useFinished } from '~/engine/use-board';
import { useMedia } from '~/engine/use-media';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';

import { expiringSoon } from './expiring';
import { HALT_WORDS } from './halt-words';

/** What is dismissed stays away until the next visit, even when other screens are opened. */
const dismissals = createStore<{ keys: ReadonlySet<string>; halt: KeepHalt | null }>(() => ({
  keys: new Set(),
  halt: null,
}));

/** How often links are checked, in ms. */
const LOOK_MS = 30_000;

/** That nothing more is kept, and why; and, once for all expiring links, that their videos should be saved. */
export function useExpiryNotices(): Notice[] {
  return [...useLastHour(), ...useHalt()];
}

/** Who turned on keeping videos must be told that it stopped, without opening the settings. */
function useHalt(): Notice[] {
  const t = useT();
  const { keeping } = useMedia();
  const { halt, ...state } = useStore(keeping.state);
  const read = useStore(dismissals, (state) => state.halt);
  if (halt === null || halt === read || (placeNow(state) === null && halt !== 'permission'))
    return [];
  const { text, help } = HALT_WORDS[halt];
  return [
    {
      kind: 'halt',
      id: halt,
      title: t(text),
      actions: [{ label: t(help), run: () => void keeping.resume() }],
      close: () => dismissals.setState({ halt }),
    },
  ];
}

function useLastHour(): Notice[] {
  const t = useT();
  const { keeping } = useMedia();
  const { kept, place } = useStore(keeping.state);
  const now = useNow(LOOK_MS);
  const finished = useFinished();
  const dismissed = useStore(dismissals, ({ keys }) => keys);
  const soon = useMemo(
    () =>
      expiringSoon(finished, (key) => kept.has(key), now).filter(({ key }) => !dismissed.has(key)),
    [finished, kept, now, dismissed],
  );
  if (soon.length === 0) return [];
  const keep = { label: t('keep.every'), run: () => void keeping.setPlace('browser') };
  const download = {
    label: t('keep.downloadThem', { n: soon.length }),
    run: () => openDialog({ kind: 'download', tasks: soon.map(({ tracked }) => tracked) }),
  };
  return [
    {
      kind: 'expiring',
      id: 'expiring',
      title: t('keep.expiring', { n: soon.length }),
      actions: place === null && keeping.can.browser ? [keep, download] : [download],
      close: () =>
        dismissals.setState({ keys: new Set([...dismissed, ...soon.map(({ key }) => key)]) }),
    },
  ];
}
