import { useEffect, useRef, useState } from 'react';

import type { MessageKey } from '~/i18n/message-key';
import { useT } from '~/i18n/use-t';
import type { Item } from '~/task-view/save/download-items';
import { canShare, filesToShare, share } from '~/task-view/save/share';
import { Button } from '~/ui/button';
import '~/ui/late-icons';

type Sharing =
  | { kind: 'idle' }
  | { kind: 'fetching'; n: number }
  /** Fetching took so long that the browser wants another press. */
  | { kind: 'ready'; files: File[]; missed: number }
  | { kind: 'said'; words: MessageKey };

const IDLE: Sharing = { kind: 'idle' };

/** Hands the videos to the system's share sheet, or else the list; nothing where there is no such sheet. */
export function ShareButton({
  items,
  list,
  variant = 'plain',
}: {
  items: readonly Item[];
  list: string;
  variant?: 'primary' | 'plain';
}) {
  const t = useT();
  const [can] = useState(canShare);
  const [sharing, setSharing] = useState<Sharing>(IDLE);
  const stop = useRef(new AbortController());
  useEffect(() => {
    const made = new AbortController();
    stop.current = made;
    return () => made.abort();
  }, []);
  if (can === null) return null;

  const hand = async (files: File[], missed: number): Promise<void> => {
    const ended = await share({ files });
    if (ended === 'failed') setSharing({ kind: 'said', words: 'select.shareFailed' });
    else setSharing(ended === 'shared' ? IDLE : { kind: 'ready', files, missed });
  };
  const fetchAll = async (): Promise<void> => {
    const onNext = (n: number): void => setSharing({ kind: 'fetching', n });
    const { files, missed, tooLarge } = await filesToShare(items, onNext, stop.current.signal);
    if (tooLarge) setSharing({ kind: 'said', words: 'select.shareTooLarge' });
    else if (files.length === 0) setSharing({ kind: 'said', words: 'select.shareNothing' });
    // What is missing is said before anything is shared.
    else if (missed > 0) setSharing({ kind: 'ready', files, missed });
    else await hand(files, missed);
  };
  const shareText = async (): Promise<void> => {
    const ended = await share({ text: list });
    if (ended === 'failed') setSharing({ kind: 'said', words: 'select.shareFailed' });
  };
  const press = (): void => {
    if (sharing.kind === 'ready') void hand(sharing.files, sharing.missed);
    else if (can === 'files' && items.length > 0) void fetchAll().catch(() => {});
    else void shareText();
  };
  return (
    <>
      <Button icon="share" variant={variant} disabled={sharing.kind === 'fetching'} onClick={press}>
        {sharing.kind === 'fetching'
          ? t('select.shareFetching', { n: sharing.n, total: items.length })
          : sharing.kind === 'ready'
            ? t('select.shareNow', { n: sharing.files.length })
            : t('select.share')}
      </Button>
      <p role="status" className="w-full text-note text-ink-2 empty:hidden">
        {sharing.kind === 'said' ? t(sharing.words) : null}
        {sharing.kind === 'ready' && sharing.missed > 0
          ? t('select.shareMissed', { n: sharing.missed })
          : null}
      </p>
    </>
  );
}
