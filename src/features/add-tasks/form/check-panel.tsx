import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';

import type { FirstCheckState } from './use-first-check';

type Verdict = Extract<FirstCheckState, { kind: 'stopped' }>['verdict'];

/** For each possible problem: what it is, and the one next step. */
const WORDS = {
  key_refused: { title: 'add.check.keyRefused', step: 'add.check.keyRefusedStep' },
  key_limited: { title: 'add.check.keyLimited', step: 'add.check.keyLimitedStep' },
  no_service: { title: 'add.check.noService', step: 'add.check.noServiceStep' },
  cors: { title: 'add.check.cors', step: 'add.check.corsStep' },
  unreachable: { title: 'add.check.unreachable', step: 'add.check.unreachableStep' },
  mixed_content: { title: 'add.check.mixed', step: 'add.check.mixedStep' },
  offline: { title: 'add.check.offline', step: 'add.check.offlineStep' },
} as const satisfies Record<Verdict, { title: MessageKey; step: MessageKey }>;

/** If no key was pasted, nobody can fix one: perhaps the sign-in in front of the relay has expired. */
const NOT_LET_IN = { title: 'add.check.notLetIn', step: 'add.check.notLetInStep' } as const;

export interface CheckPanelProps {
  check: FirstCheckState;
  /** The relay adds the key. */
  teamKey: boolean;
  onAnyway: () => void;
}

/** What the first check found. It never blocks: the tasks can be added anyway. */
export function CheckPanel({ check, teamKey, onAnyway }: CheckPanelProps) {
  const t = useT();
  if (check.kind !== 'stopped') return null;
  const refused = check.verdict === 'key_refused';
  const { title, step } = refused && teamKey ? NOT_LET_IN : WORDS[check.verdict];
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-2 border-t border-line bg-bad-soft px-5 py-3.5"
    >
      <div className="min-w-0 flex-1 basis-64">
        <p className="flex items-center gap-2 font-semibold text-bad-ink">
          <Icon name="warning" />
          {t(title)}
        </p>
        <p className="text-ink-2">{t(step)}</p>
      </div>
      <Button onClick={onAnyway}>{t('add.trackAnyway')}</Button>
    </div>
  );
}
