import { useMemo } from 'react';

import { openDialog } from '~/address/dialogs';
import { signInAgain } from '~/address/sign-in';
import type { Notice, NoticeKind } from '~/core/notice';
import type { Engine } from '~/engine/engine';
import type { KeyLoss } from '~/engine/state';
import { useBoardIndex, useUnfinished } from '~/engine/use-board';
import { useConnections, useEngine, useEngineStatus } from '~/engine/use-engine';
import { formatRoughly } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';
import type { MessageKey } from '~/i18n/message-key';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { useNow } from '~/platform/use-now';

import { bannerFacts, type BannerFact } from './banners';
import { crowdOf } from './crowd';
import { feedWords } from './feed-words';

/** How often the rates of the keys are looked at, in ms. */
const LOOK_MS = 1000;

/** One notice per issue that concerns the whole board, with the one button that helps. */
export function useBanners(): Notice[] {
  const t = useT();
  const engine = useEngine();
  const status = useEngineStatus((state) => state);
  const { connections, needKey } = useConnections((state) => state);
  const board = useBoardIndex();
  const unfinished = useUnfinished();
  // How fast a key may ask changes although none of its tasks ends.
  const now = useNow(LOOK_MS);
  const lost = [...connections.values()].flatMap((connection) => {
    const loss = needKey.get(connection.id);
    return loss === undefined ? [] : [{ connection, loss }];
  });
  // Renders with every key pressed in the search: the tasks are looked through once a second, and when one has ended.
  const crowd = useMemo(() => {
    const usable = [...unfinished].filter(([id]) => !needKey.has(id));
    return crowdOf(usable, [...board.open()], engine, now);
  }, [unfinished, needKey, board, engine, now]);
  return bannerFacts(status, lost, unfinished, crowd).map((fact) => noticeOf(fact, t, engine));
}

const STORAGE_WORDS = {
  blocked: ['notices.storageBlocked', 'notices.storageBlockedMore'],
  full: ['notices.storageFull', 'notices.storageFullMore'],
  unreadable: ['notices.storageUnreadable', 'notices.storageUnreadableMore'],
} as const satisfies Record<
  Extract<BannerFact, { kind: 'storage' }>['health'],
  readonly [MessageKey, MessageKey]
>;

const KEY_WORDS = {
  refused: ['key', 'notices.keyRefused'],
  missing: ['no-key', 'notices.keyMissing'],
} as const satisfies Record<KeyLoss, readonly [NoticeKind, MessageKey]>;

function noticeOf(fact: BannerFact, t: Translate, engine: Engine): Notice {
  const { kind } = fact;
  switch (kind) {
    case 'offline':
      return {
        kind,
        id: kind,
        title: t('notices.offline'),
        text: t('notices.offlineMore'),
        actions: [],
      };
    case 'paused': {
      const resume = { label: t('notices.resume'), run: () => engine.setPaused(false) };
      const [title, text] = [t('notices.paused'), t('notices.pausedMore')];
      return { kind, id: kind, title, text, actions: [resume] };
    }
    case 'stuck': {
      const reload = { label: t('app.reload'), run: () => location.reload() };
      const [title, text] = [t('notices.stuck'), t('notices.stuckMore')];
      return { kind, id: kind, title, text, actions: [reload] };
    }
    case 'storage': {
      const [title, text] = STORAGE_WORDS[fact.health];
      return { kind, id: fact.health, title: t(title), text: t(text), actions: [] };
    }
    case 'crowd': {
      const values = { n: fact.tasks, time: formatRoughly(fact.turnMs) };
      return { kind, id: kind, title: t('notices.crowd', values), actions: [] };
    }
    case 'keys': {
      const paste = { label: t('notices.pasteKeys'), run: () => openDialog({ kind: 'keys' }) };
      const title = t('notices.keys', { n: fact.connections });
      const text = t('notices.keysMore', { n: fact.tasks });
      return { kind: 'no-key', id: kind, title, text, actions: [paste] };
    }
    case 'feed':
      return { kind, id: fact.name, ...feedWords(fact, t), actions: [] };
    case 'key':
      return keyNotice(fact, t);
  }
}

function keyNotice(
  { connection, loss, tasks }: Extract<BannerFact, { kind: 'key' }>,
  t: Translate,
): Notice {
  const { hint, id, base } = connection;
  const values = { key: hint, service: serviceName(base), n: tasks };
  if (connection.kind === 'team') {
    const signIn = { label: t('notices.signIn'), run: signInAgain };
    const title = t('notices.signInAgain', values);
    return { kind: 'sign-in', id, title, text: t('notices.signInMore', values), actions: [signIn] };
  }
  const change = {
    label: t('notices.changeKey'),
    run: () => openDialog({ kind: 'change-key', wanted: { base, connectionId: id } }),
  };
  const [kind, words] = KEY_WORDS[loss];
  const [title, text] = [t(words, values), t('notices.keyWaits', values)];
  return { kind, id, title, text, actions: [change] };
}
