import { openDialog } from '~/address/dialogs';
import { signInAgain } from '~/address/sign-in';
import type { KeyLoss } from '~/engine/state';
import { useUnfinished } from '~/engine/use-board';
import { useConnections, useEngine, useEngineStatus } from '~/engine/use-engine';
import { formatRoughly } from '~/i18n/format';
import type { MessageKey } from '~/i18n/message-key';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { NoticeLine } from '~/ui/notice-line';
import { useNow } from '~/platform/use-now';

import { crowdOf } from './crowd';
import { bannerFacts, type BannerFact } from './banners';

/** How often the rates of the keys are looked at, in ms. */
const LOOK_MS = 1000;

/** One line per issue that concerns the whole board, with the one button that helps. */
export function BannerList() {
  const engine = useEngine();
  const status = useEngineStatus((state) => state);
  const { connections, needKey } = useConnections((state) => state);
  const unfinished = useUnfinished();
  // How fast a key may ask changes although none of its tasks ends.
  const now = useNow(LOOK_MS);
  const lost = [...connections.values()].flatMap((connection) => {
    const loss = needKey.get(connection.id);
    return loss === undefined ? [] : [{ connection, loss }];
  });
  const usable = [...unfinished].filter(([id]) => !needKey.has(id));
  const crowd = crowdOf(usable, engine, now);
  const facts = bannerFacts(status, lost, unfinished, crowd);
  if (facts.length === 0) return null;
  return (
    <ul className="mb-4 flex flex-col gap-2">
      {facts.map((fact) => (
        <li key={fact.kind === 'key' ? fact.connection.id : fact.kind}>
          <Banner fact={fact} />
        </li>
      ))}
    </ul>
  );
}

const STORAGE_WORDS = {
  blocked: 'notices.storageBlocked',
  full: 'notices.storageFull',
  unreadable: 'notices.storageUnreadable',
} as const satisfies Record<Extract<BannerFact, { kind: 'storage' }>['health'], MessageKey>;

const KEY_WORDS = {
  refused: 'notices.keyRefused',
  missing: 'notices.keyMissing',
} as const satisfies Record<KeyLoss, MessageKey>;

function Banner({ fact }: { fact: BannerFact }) {
  const t = useT();
  const engine = useEngine();
  switch (fact.kind) {
    case 'offline':
      return <NoticeLine text={t('notices.offline')} />;
    case 'paused':
      return (
        <NoticeLine text={t('notices.paused')}>
          <Button size="sm" icon="play" onClick={() => engine.setPaused(false)}>
            {t('notices.resume')}
          </Button>
        </NoticeLine>
      );
    case 'stuck':
      return (
        <NoticeLine text={t('notices.stuck')}>
          <Button size="sm" icon="refresh" onClick={() => location.reload()}>
            {t('app.reload')}
          </Button>
        </NoticeLine>
      );
    case 'storage':
      return <NoticeLine text={t(STORAGE_WORDS[fact.health])} />;
    case 'crowd': {
      const time = formatRoughly(fact.turnMs);
      return <NoticeLine text={t('notices.crowd', { n: fact.tasks, time })} />;
    }
    case 'key': {
      const { hint, id, base } = fact.connection;
      const values = { key: hint, service: serviceName(base), n: fact.tasks };
      if (fact.connection.kind === 'team') {
        return (
          <NoticeLine text={t('notices.signInAgain', values)}>
            <Button size="sm" icon="refresh" onClick={signInAgain}>
              {t('notices.signIn')}
            </Button>
          </NoticeLine>
        );
      }
      return (
        <NoticeLine text={t(KEY_WORDS[fact.loss], values)}>
          <Button
            size="sm"
            icon="key"
            onClick={() => openDialog({ kind: 'change-key', wanted: { base, connectionId: id } })}
          >
            {t('notices.changeKey')}
          </Button>
        </NoticeLine>
      );
    }
  }
}
