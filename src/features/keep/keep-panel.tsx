import { useState } from 'react';
import { useStore } from 'zustand';

import type { KeptPlace } from '~/core/video';
import { useMedia } from '~/engine/use-media';
import { formatBytes, formatPercent } from '~/i18n/format';
import type { Translate } from '~/i18n/i18n';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';
import { ProgressBar } from '~/ui/progress-bar';
import { Segmented } from '~/ui/segmented';
import '~/ui/late-icons';

import { HALT_WORDS } from './halt-words';
import { NotKept } from './not-kept';

type Choice = KeptPlace | 'off';

/** *Save automatically*: whether, where, how much has been kept, and what is wrong. */
export function KeepPanel() {
  const t = useT();
  const { keeping } = useMedia();
  const { place, kept, coming } = useStore(keeping.state);
  const { can } = keeping;
  const choices: readonly Choice[] = [
    'off',
    ...(can.browser ? (['browser'] as const) : []),
    ...(can.folder ? (['folder'] as const) : []),
  ];
  if (choices.length === 1) return <p className="text-ink-2">{t('keep.unsupported')}</p>;
  const choose = (choice: Choice): void => void keeping.setPlace(choice === 'off' ? null : choice);
  return (
    <div className="flex flex-col gap-3">
      <p className="text-ink-2">{t('keep.about')}</p>
      <Segmented
        label={t('keep.every')}
        value={place ?? 'off'}
        onChange={choose}
        options={choices.map((value) => ({ value, label: t(`keep.place.${value}`) }))}
      />
      {can.folder ? null : <p className="text-note text-ink-3">{t('keep.noFolder')}</p>}
      <Halted />
      <Folder />
      <p role="status" className="digits">
        {t('keep.count', { n: kept.size })}
        {coming === null ? null : ` · ${comingWords(coming.share, t)}`}
      </p>
      <NotKept />
      <Meter />
      <DeleteKept />
    </div>
  );
}

/** The progress, if it is known. @param share 0 to 1 */
function comingWords(share: number | null, t: Translate): string {
  if (share === null) return t('keep.comingUnsized');
  return t('keep.coming', { percent: formatPercent(share * 100) });
}

/** The chosen folder, and a button to change it. */
function Folder() {
  const t = useT();
  const { keeping } = useMedia();
  const { place, folder } = useStore(keeping.state);
  if (place !== 'folder' || folder === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="text-ink-2">{t('keep.inFolder', { folder })}</p>
      <Button size="sm" variant="quiet" onClick={() => void keeping.setPlace('folder')}>
        {t('keep.otherFolder')}
      </Button>
    </div>
  );
}

function Halted() {
  const t = useT();
  const { keeping } = useMedia();
  const halt = useStore(keeping.state, (state) => state.halt);
  if (halt === null) return null;
  return (
    <div
      role="alert"
      className="flex flex-col items-start gap-2 rounded-control bg-bad-soft px-3 py-2.5"
    >
      <p className="flex gap-2 text-bad-ink">
        <Icon name="warning" className="mt-0.5" />
        {t(HALT_WORDS[halt].text)}
      </p>
      <Button size="sm" onClick={() => void keeping.resume()}>
        {t(HALT_WORDS[halt].help)}
      </Button>
    </div>
  );
}

/** How much of the browser's storage is used. */
function Meter() {
  const t = useT();
  const { keeping } = useMedia();
  const { place, usage, persisted } = useStore(keeping.state);
  if (place !== 'browser' || usage === null) return null;
  const words = { used: formatBytes(usage.used), quota: formatBytes(usage.quota) };
  return (
    <div className="flex flex-col gap-1.5">
      <ProgressBar label={t('keep.room')} value={(usage.used / usage.quota) * 100} />
      <p className="text-note text-ink-3 digits">
        {t('problems.sentences', {
          first: t('keep.used', words),
          second: t(persisted ? 'keep.persisted' : 'keep.notPersisted'),
        })}
      </p>
    </div>
  );
}

function DeleteKept() {
  const t = useT();
  const { keeping } = useMedia();
  const [sure, setSure] = useState(false);
  const n = useStore(
    keeping.state,
    ({ kept }) => [...kept.values()].filter(({ place }) => place === 'browser').length,
  );
  if (n === 0) return null;
  if (!sure) {
    return (
      <Button size="sm" icon="trash" className="self-start" onClick={() => setSure(true)}>
        {t('keep.delete', { n })}
      </Button>
    );
  }
  return (
    <div className="flex flex-wrap items-center gap-2">
      <p className="basis-full">{t('keep.deleteSure', { n })}</p>
      <Button
        size="sm"
        variant="danger"
        onClick={() => {
          setSure(false);
          void keeping.setPlace(null).then(() => keeping.removeAll());
        }}
      >
        {t('keep.deleteYes')}
      </Button>
      <Button size="sm" onClick={() => setSure(false)}>
        {t('keep.deleteNo')}
      </Button>
    </div>
  );
}
