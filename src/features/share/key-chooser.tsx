import { useId } from 'react';

import { openDialog } from '~/address/dialogs';
import { serviceName } from '~/i18n/service-name';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';

import type { KeyChoice } from './key-choices';

interface KeyChooserProps {
  base: string;
  /** There are other services beside it. */
  several: boolean;
  /** The person has used the service before. */
  isUsed: boolean;
  choices: readonly KeyChoice[];
  chosen: KeyChoice;
  onChoose: (connectionId: string) => void;
  /** Is told the connection of a key that was pasted. */
  onKey: (connectionId: string) => void;
}

/** Whose key one service's tasks are looked up with: one that is stored for it, the team's, another, or none yet. */
export function KeyChooser(props: KeyChooserProps) {
  const { base, several, isUsed, choices, chosen, onChoose, onKey } = props;
  const t = useT();
  const name = useId();
  const isOwn = choices.some(({ kind }) => kind === 'own');
  return (
    <fieldset>
      <legend className="pt-3.5 pb-1.5 text-note font-semibold text-ink-2">
        {several ? t('share.whoseKeyFor', { service: serviceName(base) }) : t('share.whoseKey')}
      </legend>
      {isUsed ? null : (
        <p className="mb-2 flex gap-2.5 rounded-card bg-run-soft px-3.5 py-3">
          <Icon name="warning" className="mt-0.5 text-run-ink" />
          <span className="min-w-0 wrap-anywhere">{t('share.newAddress', { address: base })}</span>
        </p>
      )}
      <div className="grid gap-2">
        {choices.map((choice) => (
          <label
            key={choice.kind === 'own' ? choice.id : choice.kind}
            className="flex min-h-11 cursor-pointer items-center gap-2.5 rounded-control border border-edge px-3 py-2 has-focus-visible:outline-2 has-focus-visible:outline-offset-2 has-focus-visible:outline-accent"
          >
            <input
              type="radio"
              name={name}
              className="size-4.5 flex-none accent-accent outline-none"
              checked={isSame(choice, chosen)}
              onChange={() => choice.kind === 'own' && onChoose(choice.id)}
            />
            <span className="min-w-0 flex-1 wrap-anywhere">
              {choice.kind === 'own'
                ? t('share.mine', { service: serviceName(base) })
                : t(choice.kind === 'team' ? 'share.teams' : 'share.withoutKey')}
            </span>
            {choice.kind === 'own' ? (
              <span className="text-note text-ink-2 digits">{choice.hint}</span>
            ) : null}
          </label>
        ))}
        {chosen.kind === 'team' ? null : (
          <Button
            icon="key"
            className="min-h-11 justify-start"
            onClick={() =>
              openDialog({
                kind: 'change-key',
                wanted: { base, connectionId: null },
                onKey,
              })
            }
          >
            {t(isOwn ? 'share.anotherKey' : 'share.pasteKey')}
          </Button>
        )}
      </div>
    </fieldset>
  );
}

function isSame(a: KeyChoice, b: KeyChoice): boolean {
  return a.kind === b.kind && (a.kind !== 'own' || b.kind !== 'own' || a.id === b.id);
}
