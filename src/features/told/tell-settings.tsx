import { useState } from 'react';
import { useStore } from 'zustand';

import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import { useMediaQuery } from '~/ui/use-media-query';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';
import { Switch } from '~/ui/switch';

import { choose, tellChoices, unmute } from './choices';
import { askBrowser, mayTellHere, type MayTell } from './may-tell';
import { TellChoices } from './tell-choices';

/** All choices about being told, and why nothing is told where that is so. */
export function TellSettings() {
  const t = useT();
  const { on } = useStore(tellChoices);
  const [may, setMay] = useState(mayTellHere);
  const obstacle = OBSTACLES[may];
  const change = async (wanted: boolean): Promise<void> => {
    choose(() => ({ on: wanted, asked: true }));
    if (wanted && may === 'ask') setMay(await askBrowser());
  };
  return (
    <div className="flex flex-col gap-1">
      <Switch
        label={t('told.on')}
        on={on && may === 'yes'}
        disabled={obstacle !== null}
        onChange={(wanted) => void change(wanted)}
      />
      {obstacle ? <Obstacle words={obstacle} canAllow={may === 'blocked'} /> : <TellChoices />}
      <OnPhones />
      <MutedList />
    </div>
  );
}

/** Why the browser lets the page tell nothing; null if that is up to the person here. */
const OBSTACLES: Record<MayTell, MessageKey | null> = {
  ask: null,
  yes: null,
  blocked: 'told.blocked',
  install: 'told.install',
  never: 'told.never',
};

function Obstacle({ words, canAllow }: { words: MessageKey; canAllow: boolean }) {
  const t = useT();
  const [open, setOpen] = useState(false);
  return (
    <div className="flex gap-2 text-ink-2">
      <Icon name="info" className="mt-0.5 flex-none" />
      <div>
        <p>{t(words)}</p>
        {canAllow ? (
          <Button
            size="sm"
            variant="quiet"
            className="-ms-2.5"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            {t('told.howTo')}
          </Button>
        ) : null}
        {open ? <p>{t('told.howToText')}</p> : null}
      </div>
    </div>
  );
}

/** Phones freeze tabs: nothing is told from there. */
export function OnPhones() {
  const t = useT();
  const isPhone = useMediaQuery('(hover: none) and (pointer: coarse)');
  return isPhone ? <p className="text-note text-ink-3">{t('told.phone')}</p> : null;
}

function MutedList() {
  const t = useT();
  const { muted } = useStore(tellChoices);
  if (muted.length === 0) return null;
  return (
    <section className="mt-2">
      <h4 className="text-note font-label text-ink-2">{t('told.muted')}</h4>
      <ul>
        {muted.map(({ key, name }) => {
          const words = name === '' ? t('told.unnamed') : name;
          return (
            <li key={key} className="flex items-center gap-2">
              <span className="min-w-0 flex-1 truncate">{words}</span>
              <Button
                size="sm"
                variant="quiet"
                aria-label={t('told.unmute', { name: words })}
                onClick={() => unmute(key)}
              >
                {t('told.unmuteShort')}
              </Button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
