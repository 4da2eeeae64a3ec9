import { useMemo, useRef, useState, type ReactNode } from 'react';

import { isoDay } from '~/core/iso-day';
import { writeBoardFile } from '~/engine/board-file/board-file';
import { maskKeys } from '~/engine/gateway/clean-message';
import { useBoardIndex } from '~/engine/use-board';
import { useT } from '~/i18n/use-t';
import { copyText } from '~/task-view/copy';
import { share } from '~/task-view/save/share';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { saveBlob } from '~/ui/download';
import { Icon, type IconName } from '~/ui/icons';
import '~/ui/late-icons';

import { carriedOf, handed } from './carried';
import { Holds } from './holds';
import { fitsCode, QrCode } from './qr-code';
import { useLink, type Link } from './use-link';
import { WithVideos } from './with-videos';

interface ShareProps {
  keys: readonly string[];
  /** What they are called together. */
  name: string | null;
  /** The comparison that is opened where it is received. */
  opens?: string | undefined;
  onClose: () => void;
}

/** Hands tasks over, as a link, a code or a file; what leaves, and what never does, is said before. */
export function ShareDialog({ keys, name, opens, onClose }: ShareProps) {
  const t = useT();
  const board = useBoardIndex();
  const [now] = useState(Date.now);
  // It shares what it was opened with, whatever happens to the board in the meantime.
  const [given] = useState(() => handed(keys.flatMap((key) => board.card(key) ?? [])));
  const [withVideos, setWithVideos] = useState(false);
  const { cards, sample, keyLike } = given;
  const tasks = useMemo(() => carriedOf(cards, withVideos, now), [cards, withVideos, now]);
  const text = useMemo(
    () => writeBoardFile({ name, isBackup: false, madeAt: now, opens: opens ?? null, tasks }),
    [name, now, opens, tasks],
  );
  const link = useLink(text);
  const copy = useRef<HTMLButtonElement>(null);
  const [failed, setFailed] = useState(false);
  const file = (): File =>
    new File([text], `${fileName(name ?? t('share.fileName'))} ${isoDay(now)}.rushes.json`, {
      type: 'application/json',
    });
  const hand = async (): Promise<void> => {
    const data = link.kind === 'made' ? { url: link.url } : { files: [file()] };
    setFailed((await share(data)) === 'failed');
  };
  const less = [
    sample > 0 ? t('share.lessSample', { n: sample }) : '',
    keyLike > 0 ? t('share.lessKey', { n: keyLike }) : '',
  ].filter((line) => line !== '');
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('share.title', { n: cards.length })}
      closeLabel={t('ui.close')}
      initialFocus={copy}
    >
      {less.map((line) => (
        <p key={line} className="pb-2 text-ink-2">
          {line}
        </p>
      ))}
      {cards.length === 0 ? null : (
        <>
          <Way icon="link" title={t('share.link')} hint={<LinkHint link={link} />}>
            {canHand(link) ? (
              <Button icon="share" disabled={link.kind === 'making'} onClick={() => void hand()}>
                {t('select.share')}
              </Button>
            ) : null}
            <Button
              ref={copy}
              variant="primary"
              // While the link is made, it has the focus already.
              aria-disabled={link.kind !== 'made'}
              onClick={() => link.kind === 'made' && void copyText(link.url)}
            >
              {t('share.copyLink')}
            </Button>
          </Way>
          {link.kind === 'too-long' ? null : (
            <div className={WAY}>
              {link.kind === 'made' && fitsCode(link.url) ? <QrCode url={link.url} /> : null}
              <p className="min-w-50 flex-1">
                <b className="block font-semibold">{t('share.qr')}</b>
                <span className="text-note text-ink-2">
                  {t(
                    link.kind === 'making' || fitsCode(link.url) ? 'share.qrHint' : 'share.qrFull',
                  )}
                </span>
              </p>
            </div>
          )}
          <Way icon="note" title={t('share.file')} hint={t('share.fileHint')}>
            <Button onClick={() => saveBlob(file(), file().name)}>{t('share.saveFile')}</Button>
          </Way>
          <p role="status" className="text-note text-bad-ink empty:hidden">
            {failed ? t('share.failed') : null}
          </p>
          <Holds tasks={tasks} withVideos={withVideos} />
          <WithVideos cards={cards} now={now} checked={withVideos} onChange={setWithVideos} />
        </>
      )}
    </Dialog>
  );
}

const WAY = 'flex flex-wrap items-center gap-x-3 gap-y-2 border-b border-line py-3';

function Way({
  icon,
  title,
  hint,
  children,
}: {
  icon: IconName;
  title: string;
  hint: ReactNode;
  children: ReactNode;
}) {
  return (
    <div className={WAY}>
      <Icon name={icon} />
      <p className="min-w-0 flex-1 basis-40">
        <b className="block font-semibold">{title}</b>
        <span className="block truncate text-note text-ink-2 max-sm:whitespace-normal">{hint}</span>
      </p>
      <span className="flex gap-2">{children}</span>
    </div>
  );
}

function LinkHint({ link }: { link: Link }) {
  const t = useT();
  if (link.kind === 'made') return link.url.replace(/^https?:\/\//, '').slice(0, 60);
  return t(link.kind === 'making' ? 'share.making' : 'share.tooLong');
}

/** Where the system has a sheet for it, it takes the link, or else the file. */
function canHand(link: Link): boolean {
  if (!('share' in navigator)) return false;
  if (link.kind !== 'too-long') return true;
  const sample = new File(['{}'], 'a.json', { type: 'application/json' });
  return 'canShare' in navigator && navigator.canShare({ files: [sample] });
}

/** A name that every system takes for a file, and without a key, as the file itself. */
function fileName(name: string): string {
  return (
    maskKeys(name)
      .replaceAll(/[\\/:*?"<>|\p{Cc}]+/gu, ' ')
      .trim()
      .slice(0, 80) || 'Rushes'
  );
}
