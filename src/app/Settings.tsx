import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';

import { openDialog } from '~/address/dialogs';
import type { StorageHealth } from '~/engine/state';
import { useEngineStatus } from '~/engine/use-engine';
import { TellSettings } from '~/features/told/tell-settings';
import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { canSeal } from '~/platform/can-seal';
import { isPrivateWindow } from '~/platform/private-window';
import { isSoonDeleted } from '~/platform/soon-deleted';
import { Button } from '~/ui/button';
import { cn } from '~/ui/cn';
import { Dialog } from '~/ui/dialog';
import { Icon } from '~/ui/icons';

import { DisplayChoices } from './DisplayChoices';
import { LanguageSelect } from './LanguageSelect';
import { SingleKeysChoice } from './SingleKeysChoice';
import { QuestionsButton } from './QuestionsButton';

/** The person's choices, and what this browser stores. `children` is the list of keys. */
export function Settings({
  at,
  onClose,
  keep,
  children,
}: {
  /** What it was opened for; otherwise it begins with its beginning. */
  at?: 'keys' | undefined;
  onClose: () => void;
  /** The settings for keeping finished videos. */
  keep?: ReactNode;
  children?: ReactNode;
}) {
  const t = useT();
  const keys = useRef<HTMLElement>(null);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('settings.title')}
      closeLabel={t('ui.close')}
      {...(at === 'keys' ? { initialFocus: keys } : {})}
    >
      <div className="flex flex-col">
        <Block title={t('settings.looks')}>
          <LanguageSelect />
          <DisplayChoices />
        </Block>
        <Block title={t('app.help')}>
          <QuestionsButton onClose={onClose} />
        </Block>
        <Block title={t('player.keys')}>
          <SingleKeysChoice />
          <Button className="self-start" onClick={() => openDialog({ kind: 'shortcuts' })}>
            {t('keys.show')}
          </Button>
        </Block>
        {children ? (
          <Block title={t('settings.keys')} place={keys}>
            {children}
          </Block>
        ) : null}
        <Block title={t('told.title')}>
          <TellSettings />
        </Block>
        {keep ? <Block title={t('keep.every')}>{keep}</Block> : null}
        <Block title={t('settings.storage')}>
          <StorageState />
          <div className="flex flex-wrap gap-2">
            <Button onClick={() => openDialog({ kind: 'private' })}>{t('private.open')}</Button>
            {canSeal() ? (
              <Button onClick={() => openDialog({ kind: 'lock' })}>{t('private.lock')}</Button>
            ) : null}
            <Button onClick={() => openDialog({ kind: 'private', forget: true })}>
              {t('private.forget')}
            </Button>
          </div>
        </Block>
        <Block title={t('backup.title')}>
          <BackupButtons />
        </Block>
        <Block title={t('settings.about')}>
          <p className="text-ink-2">{t('settings.aboutText')}</p>
          <Button className="self-start" onClick={() => openDialog({ kind: 'about' })}>
            {t('about.open')}
          </Button>
        </Block>
      </div>
    </Dialog>
  );
}

function Block({
  title,
  place,
  children,
}: {
  title: string;
  /** What takes the focus, if the settings were opened for this. */
  place?: RefObject<HTMLElement | null>;
  children: ReactNode;
}) {
  return (
    <section
      {...(place ? { ref: place, tabIndex: -1, 'aria-label': title } : {})}
      // The dialog gives the focus without scrolling to it.
      onFocus={(event) => {
        if (event.target === place?.current) event.target.scrollIntoView({ block: 'start' });
      }}
      className="flex flex-col gap-4 border-t border-line py-4 first:border-t-0 first:pt-0 outline-none last:pb-0"
    >
      <h3 className="text-note font-semibold text-ink-3">{title}</h3>
      {children}
    </section>
  );
}

function BackupButtons() {
  const t = useT();
  const [isShort, setShort] = useState(false);
  useEffect(() => void isSoonDeleted().then(setShort), []);
  return (
    <>
      <p className="text-ink-2">{t('backup.text')}</p>
      {isShort ? <p className="text-ink">{t('backup.sevenDays')}</p> : null}
      <div className="flex flex-wrap gap-2">
        <Button onClick={() => openDialog({ kind: 'backup' })}>{t('backup.open')}</Button>
        <Button onClick={() => openDialog({ kind: 'restore' })}>{t('backup.openRead')}</Button>
        <Button onClick={() => openDialog({ kind: 'bin' })}>{t('backup.openBin')}</Button>
      </div>
    </>
  );
}

const STORAGE_WORDS = {
  ok: 'settings.storageOk',
  blocked: 'settings.storageBlocked',
  full: 'settings.storageFull',
  unreadable: 'settings.storageUnreadable',
} satisfies Record<StorageHealth, MessageKey>;

function StorageState() {
  const t = useT();
  const health = useEngineStatus((status) => status.storage);
  const [isPrivate, setPrivate] = useState(false);
  useEffect(() => void isPrivateWindow().then(setPrivate), []);
  const well = health === 'ok' && !isPrivate;
  return (
    <p className={cn('flex gap-2', well ? 'text-ink-2' : 'text-bad-ink')}>
      <Icon name={well ? 'check' : 'warning'} className="mt-0.5" />
      <span>
        {t(health === 'ok' && isPrivate ? 'settings.storagePrivate' : STORAGE_WORDS[health])}
      </span>
    </p>
  );
}
