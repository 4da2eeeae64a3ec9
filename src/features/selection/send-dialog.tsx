import { useState } from 'react';

import { openDialog } from '~/address/dialogs';
import { isoDay } from '~/core/iso-day';
import { unique } from '~/engine/media/save/each-video';
import { useBoardIndex } from '~/engine/use-board';
import { useEngine } from '~/engine/use-engine';
import { useMedia } from '~/engine/use-media';
import { useT } from '~/i18n/use-t';
import { copyText } from '~/task-view/copy';
import { itemsOf } from '~/task-view/save/download-items';
import { canShare } from '~/task-view/save/share';
import { takeNames } from '~/task-view/save/take-names';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { saveBlob } from '~/ui/download';
import { useMediaQuery } from '~/ui/use-media-query';
import '~/ui/late-icons';

import { csvOf, listOf } from './cells';
import { ShareButton } from './share-button';

/** Sends videos on to whoever needs them: as files named by shot and take, as a list, or as a table. */
export function SendDialog({ keys, onClose }: { keys: readonly string[]; onClose: () => void }) {
  const t = useT();
  const engine = useEngine();
  const media = useMedia();
  const board = useBoardIndex();
  // It sends what it was opened with, whatever happens to the board in the meantime.
  const [cards] = useState(() => keys.flatMap((key) => board.card(key) ?? []));
  const [items] = useState(() => {
    const tasks = cards.map(({ tracked }) => tracked);
    return itemsOf(engine, media, tasks, takeNames(engine.tracked.getState().tasks.values(), t));
  });
  const [list] = useState(() => listOf(cards));
  const download = (format: 'zip' | 'page'): void => {
    const tasks = cards.map(({ tracked }) => tracked);
    onClose();
    openDialog({ kind: 'download', tasks, named: 'takes', format });
  };
  const csv = (): void =>
    saveBlob(
      new Blob([csvOf(cards)], { type: 'text/csv' }),
      `${t('select.sendCsvName')} ${isoDay(Date.now())}.csv`,
    );
  // On a phone, what sends something on is the share sheet; a ZIP is a dead end there.
  const isTouched = useMediaQuery('(pointer: coarse)');
  const [can] = useState(canShare);
  const sharesFirst = isTouched && can === 'files' && items.length > 0;
  const less = cards.length - items.length;
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('select.sendTitle', { n: items.length })}
      closeLabel={t('ui.close')}
    >
      <div className="flex flex-col gap-4">
        {items.length === 0 ? <p className="text-ink-2">{t('select.sendNothing')}</p> : null}
        {less > 0 && items.length > 0 ? (
          <p className="text-ink-2">{t('select.sendLess', { n: less })}</p>
        ) : null}
        <div className="flex flex-wrap gap-2">
          {sharesFirst ? <ShareButton items={items} list={list} variant="primary" /> : null}
          <Button
            variant={sharesFirst ? 'plain' : 'primary'}
            icon="download"
            disabled={items.length === 0}
            onClick={() => download('zip')}
          >
            {t('select.sendZip')}
          </Button>
          <Button icon="play" disabled={items.length === 0} onClick={() => download('page')}>
            {t('select.sendPage')}
          </Button>
          <Button icon="copy" onClick={() => void copyText(list)}>
            {t('select.sendList')}
          </Button>
          <Button icon="note" onClick={csv}>
            {t('select.sendCsv')}
          </Button>
          {sharesFirst ? null : <ShareButton items={items} list={list} />}
        </div>
        {items.length === 0 ? null : <Names names={namesOf(items)} />}
      </div>
    </Dialog>
  );
}

/** What the files will be called; their types are known once they come. */
function namesOf(items: ReturnType<typeof itemsOf>): string[] {
  const taken = new Set<string>();
  return items.map(({ nameFor }) => unique(nameFor('video/mp4'), taken));
}

function Names({ names }: { names: readonly string[] }) {
  const t = useT();
  return (
    <ul
      aria-label={t('select.sendNames')}
      className="rounded-control bg-sunken px-3 py-2 text-small"
    >
      {names.map((name) => (
        <li key={name} className="truncate py-0.5" title={name}>
          {name}
        </li>
      ))}
    </ul>
  );
}
