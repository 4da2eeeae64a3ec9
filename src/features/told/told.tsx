import { useEffect } from 'react';

import { changeView } from '~/address/use-view';
import { parseView } from '~/address/view';
import type { NoticeData, NoticePressed } from '~/core/notice-click';
import type { Engine } from '~/engine/engine';
import { useEngine } from '~/engine/use-engine';
import { activeLocale, translate } from '~/i18n/i18n';
import { newId } from '~/platform/new-id';
import { serviceWorkers } from '~/platform/service-workers';
import { locked } from '~/prefs/locked';
import { prefs } from '~/prefs/prefs';
import { groupingIn } from '~/task-view/grouping';

import { followAway, noteAway } from './away-spans';
import { groupKey, type BatchEnd } from '~/engine/answers/batch-end';
import { followChoices, tellChoices } from './choices';
import { followLooks, readLooks } from './looks';
import { showNotice } from './may-tell';
import { followMissed, sawAll } from './missed';
import { addressOf, nameOf, neutralWords, noticeWords } from './notice-words';
import { isQuiet } from './quiet-hours';
import { takeMuted } from './take-muted';
import { startTeller } from './teller';
import { useTabSigns } from './use-tab-signs';

/** Draws nothing: tells the person what ends while they look elsewhere. */
export function Told() {
  const engine = useEngine();
  useTabSigns();
  useEffect(() => tellAll(engine), [engine]);
  return null;
}

function tellAll(engine: Engine): () => void {
  const store = localStorageOrNone();
  const looks = () => readLooks(store);
  const before = looks().seenAt;
  let seenAt = before;
  const stops = [
    followChoices(),
    followAway(),
    followLooks({
      store,
      tab: newId(),
      now: Date.now,
      onBack: noteAway,
      onSeen() {
        seenAt = Date.now();
        sawAll();
      },
    }),
    followMissed(engine, () => seenAt),
    startTeller({
      engine,
      now: Date.now,
      openedAt: performance.timeOrigin,
      store,
      looks,
      byShot: () =>
        groupingIn(parseView(location.hash), prefs.getState(), engine.tracked.getState()).by ===
        'shot',
      tell: (end) => void tell(end, engine),
    }),
    followPresses(),
  ];
  void takeMuted();
  return () => stops.forEach((stop) => stop());
}

/** Unless the person wants quiet now, or never hears of this batch. */
async function tell(end: BatchEnd, engine: Engine): Promise<void> {
  const { on, quiet, muted, sound } = tellChoices.getState();
  const key = groupKey(end.group);
  if (!on || isQuiet(quiet, Date.now()) || muted.some((one) => one.key === key)) return;
  const { isLocked } = locked.getState();
  const { title, body } = isLocked
    ? neutralWords(end, translate)
    : noticeWords(end, (task) => engine.answers.get(task), translate);
  const name = isLocked ? '' : nameOf(end.group);
  const data: NoticeData = { address: addressOf(end.group), key, name };
  const options = {
    body,
    // Another tab that says the same replaces it.
    tag: `rushes ${key}`,
    icon: './images/icon-192.png',
    lang: activeLocale(),
    // A sound is the person's choice.
    silent: true,
    data,
    actions: [
      { action: 'watch', title: translate('told.watch') },
      // Muting lists the name.
      ...(isLocked ? [] : [{ action: 'mute', title: translate('told.mute') }]),
    ],
  };
  const isShown = await showNotice(title, options, () => watch(data));
  if (isShown && sound) void (await import('./sound')).playTone();
}

function watch({ address }: NoticeData): void {
  changeView(parseView(address));
}

/** What is pressed on a notice is told by the worker. */
function followPresses(): () => void {
  const workers = serviceWorkers();
  const heard = ({ data }: MessageEvent<NoticePressed | { type: unknown }>): void => {
    if (data.type !== 'notice') return;
    const { action, data: pressed } = data as NoticePressed;
    if (action === 'mute') void takeMuted();
    else watch(pressed);
  };
  workers?.addEventListener('message', heard);
  return () => workers?.removeEventListener('message', heard);
}

/** Without storage each tab remembers for itself. */
function localStorageOrNone(): Pick<Storage, 'getItem' | 'setItem'> {
  try {
    return globalThis.localStorage;
  } catch {
    const own = new Map<string, string>();
    return {
      getItem: (name) => own.get(name) ?? null,
      setItem: (name, text) => void own.set(name, text),
    };
  }
}
