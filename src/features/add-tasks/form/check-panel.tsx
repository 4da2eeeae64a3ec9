import { useEffect, useRef, type ReactNode } from 'react';

import type { AuthScheme } from '~/core/auth-scheme';
import { schemeFor } from '~/engine/gateway/scheme-for';
import { useEngine } from '~/engine/use-engine';
import type { MessageKey } from '~/i18n/message-key';
import { schemeChoices } from '~/i18n/scheme-choices';
import { useT } from '~/i18n/use-t';
import type { Met } from '~/task-view/words/help-about';
import { Button } from '~/ui/button';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';
import { Select } from '~/ui/select';

import { HelpInTab } from './help-in-tab';
import type { FirstCheckState } from './use-first-checks';

type Verdict = Extract<FirstCheckState, { kind: 'stopped' }>['verdict'];

/** For each possible problem: what it is, and the one next step. */
const WORDS = {
  key_refused: { title: 'add.check.keyRefused', step: 'add.check.keyRefusedStep' },
  key_limited: { title: 'add.check.keyLimited', step: 'add.check.keyLimitedStep' },
  no_service: { title: 'add.check.noService', step: 'add.check.noServiceStep' },
  key_elsewhere: { title: 'problems.wants_scheme.title', step: 'add.check.keyElsewhereStep' },
  refuses_all: { title: 'add.check.refusesAll', step: 'add.check.refusesAllStep' },
  key_unsendable: { title: 'problems.key_unsendable.title', step: 'problems.key_unsendable.try' },
  needs_https: { title: 'problems.needs_https.title', step: 'problems.needs_https.try' },
  leads_elsewhere: {
    title: 'problems.leads_elsewhere.title',
    step: 'add.check.leadsElsewhereStep',
  },
  cors: { title: 'problems.closed_to_pages.title', step: 'problems.closed_to_pages.try' },
  unreachable: { title: 'add.check.unreachable', step: 'add.check.unreachableStep' },
  mixed_content: {
    title: 'problems.insecure_address.title',
    step: 'problems.insecure_address.try',
  },
  offline: { title: 'add.check.offline', step: 'add.check.offlineStep' },
} as const satisfies Record<Verdict, { title: MessageKey; step: MessageKey }>;

/** The help about each; there is more of it than there is room here. */
const MET: Readonly<Record<Verdict, Met>> = {
  key_refused: 'trouble.auth',
  key_limited: 'trouble.not_for_model',
  no_service: 'trouble.wrong_base',
  key_elsewhere: 'trouble.wants_scheme',
  refuses_all: 'trouble.wrong_base',
  key_unsendable: 'trouble.key_unsendable',
  needs_https: 'trouble.needs_https',
  leads_elsewhere: 'trouble.leads_away',
  cors: 'trouble.closed_to_pages',
  unreachable: 'trouble.network',
  mixed_content: 'trouble.insecure_address',
  offline: 'trouble.network',
};

/** Whose words say what to do. */
const QUOTED: ReadonlySet<Verdict> = new Set(['key_elsewhere', 'refuses_all']);

/** If no key was pasted, nobody can fix one: perhaps the sign-in in front of the relay has expired. */
const NOT_LET_IN = { title: 'add.check.notLetIn', step: 'add.check.notLetInStep' } as const;

/** What the first check of a service found. It never blocks: the tasks can be added anyway. */
export function CheckPanel({
  state,
  nameOf,
  maskOf,
  paste,
  onAnyway,
  onAgain,
}: {
  state: FirstCheckState;
  nameOf: (base: string) => string;
  maskOf: (apiKey: string) => string;
  /** Pastes a key in place of the one that was refused, for fingers. */
  paste: ReactNode;
  onAnyway: () => void;
  /** Checks again, because the key is sent in another way. */
  onAgain: () => void;
}) {
  const t = useT();
  const engine = useEngine();
  const panel = useRef<HTMLDivElement>(null);
  // On a phone it appears below the fold, and nothing else shows that the press did something.
  useEffect(() => {
    if (state.kind === 'stopped') panel.current?.scrollIntoView({ block: 'nearest' });
  }, [state]);
  if (state.kind !== 'stopped') return null;
  const { base, said, leadsTo, verdict, teamKey, apiKey } = state;
  const isTeams = verdict === 'key_refused' && teamKey;
  const { title, step } = isTeams ? NOT_LET_IN : WORDS[verdict];
  const elsewhere = verdict === 'key_elsewhere';
  const what =
    leadsTo === null && verdict === 'leads_elsewhere'
      ? t('problems.leads_away.title')
      : t(title, { host: leadsTo ?? '' });
  return (
    <div
      ref={panel}
      role="alert"
      className={cn(
        'flex scroll-mb-20 flex-wrap gap-x-4 gap-y-2 border-t border-line bg-bad-soft px-5 py-3.5',
        elsewhere ? 'items-end' : 'items-center',
      )}
    >
      <div className={cn('min-w-0', elsewhere ? 'basis-full' : 'flex-1 basis-64')}>
        <p className="flex items-center gap-2 font-semibold wrap-anywhere text-bad-ink">
          <Icon name="warning" />
          {t('add.checkOf', { service: nameOf(base), what })}
        </p>
        {QUOTED.has(verdict) && said !== null ? (
          <q className="block break-words text-ink-2">{said}</q>
        ) : null}
        <p className="text-ink-2">
          {t(step, { key: apiKey === null ? '' : maskOf(apiKey) })}{' '}
          <HelpInTab about={isTeams ? 'trouble.not_let_in' : MET[verdict]} />
        </p>
      </div>
      {elsewhere ? (
        <Select<AuthScheme>
          label={t('connections.scheme')}
          value={schemeFor(base, engine.schemeOf(base))}
          onChange={(scheme) => {
            engine.setScheme(base, scheme);
            onAgain();
          }}
          options={schemeChoices(t)}
        />
      ) : null}
      {verdict === 'key_refused' && apiKey !== null ? paste : null}
      <Button onClick={onAnyway}>{t('add.trackAnyway')}</Button>
    </div>
  );
}
