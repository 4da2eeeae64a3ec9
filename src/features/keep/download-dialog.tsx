import { useState } from 'react';
import { useStore } from 'zustand';

import type { VideoProblem } from '~/core/video';
import { isoDay } from '~/core/iso-day';
import type { TrackedTask } from '~/core/tracked';
import type { PageWords } from '~/engine/media/save/web-page';
import { useEngine } from '~/engine/use-engine';
import { useMedia } from '~/engine/use-media';
import { formatBytes } from '~/i18n/format';
import type { MessageKey } from '~/i18n/message-key';
import type { Translate } from '~/i18n/i18n';
import { useLocale, useT } from '~/i18n/use-t';
import { takeNames } from '~/task-view/save/take-names';
import { notSavedWords } from '~/task-view/words/saved-words';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { openTab } from '~/ui/download';
import { useUnfinished } from '~/ui/use-unfinished';
import { ProgressBar } from '~/ui/progress-bar';
import { Segmented } from '~/ui/segmented';
import { useMediaQuery } from '~/ui/use-media-query';

import {
  createDownloadJob,
  type DownloadJob,
  type Progress,
  type Trouble,
  type DownloadFormat,
} from './download-job';
import { itemsOf, type Item } from '~/task-view/save/download-items';

/** Downloads the videos of many tasks, as a ZIP or as files. */
export function DownloadDialog({
  tasks,
  named,
  format: first,
  onClose,
}: {
  /** Tasks without a video are skipped. */
  tasks: readonly TrackedTask[];
  /** Files that are sent on are named by shot and take. */
  named?: 'takes' | undefined;
  /** How to begin with. */
  format?: DownloadFormat | undefined;
  onClose: () => void;
}) {
  const t = useT();
  const locale = useLocale();
  const engine = useEngine();
  const media = useMedia();
  // It downloads what it was opened with, whatever happens to the board in the meantime.
  const [items] = useState(() =>
    named === 'takes'
      ? itemsOf(engine, media, tasks, takeNames(engine.tracked.getState().tasks.values(), t))
      : itemsOf(engine, media, tasks),
  );
  // A change of language must not discard a running job either.
  const [job] = useState(() =>
    createDownloadJob(
      media,
      items,
      `${t(named === 'takes' ? 'keep.picksZip' : 'keep.zipName')} ${isoDay(Date.now())}`,
      named === 'takes' ? pageWords(t, locale, items.length) : null,
    ),
  );
  // A phone has little that opens a ZIP; its photos and messages want the videos themselves.
  const usual = useMediaQuery('(pointer: coarse)') ? 'files' : 'zip';
  const [format, setFormat] = useState<DownloadFormat>(first ?? usual);
  const status = useStore(job.progress, (progress) => progress.status);
  useUnfinished(status === 'running');
  const close = (): void => {
    job.cancel();
    onClose();
  };
  return (
    <Dialog
      open
      onClose={close}
      held={status === 'running'}
      title={t('keep.downloadTitle', { n: items.length })}
      closeLabel={t('ui.close')}
      footer={
        status === 'running' ? (
          <Running job={job} />
        ) : (
          <Actions job={job} format={format} onClose={close} />
        )
      }
    >
      {status === 'choosing' ? (
        <div className="flex flex-col gap-3">
          <Segmented
            label={t('keep.way')}
            value={format}
            onChange={setFormat}
            options={[
              { value: 'zip', label: t('keep.zip') },
              { value: 'files', label: t('keep.files') },
              ...(named === 'takes' ? [{ value: 'page' as const, label: t('keep.page') }] : []),
            ]}
          />
          <p className="text-ink-2">{t(named === 'takes' ? SENT_TEXTS[format] : TEXTS[format])}</p>
        </div>
      ) : (
        <DownloadProgress job={job} items={items} />
      )}
    </Dialog>
  );
}

const TEXTS = {
  zip: 'keep.zipText',
  files: 'keep.filesText',
  page: 'keep.pageText',
} as const satisfies Record<DownloadFormat, MessageKey>;
/** What is sent on has a page beside it. */
const SENT_TEXTS = { ...TEXTS, zip: 'keep.zipPageText' } as const;

function pageWords(t: Translate, language: string, n: number): PageWords {
  return {
    language,
    title: t('keep.pageTitle', { n }),
    about: t('keep.pageAbout', { date: isoDay(Date.now()) }),
    play: t('player.play'),
    picked: t('keep.pagePicked'),
    missing: t('keep.pageMissing'),
  };
}

function Actions({
  job,
  format,
  onClose,
}: {
  job: DownloadJob;
  format: DownloadFormat;
  onClose: () => void;
}) {
  const t = useT();
  const { status, failed } = useStore(job.progress);
  const again = status === 'stopped' || failed.size > 0;
  return (
    <>
      {status === 'choosing' ? null : <Button onClick={onClose}>{t('ui.close')}</Button>}
      {status === 'choosing' || again ? (
        <Button variant="primary" icon="download" onClick={() => void job.start(format)}>
          {t(
            status === 'choosing'
              ? 'keep.start'
              : status === 'stopped'
                ? 'keep.goOn'
                : 'keep.againFailed',
          )}
        </Button>
      ) : null}
    </>
  );
}

/** What can be pressed while it runs. */
function Running({ job }: { job: DownloadJob }) {
  const t = useT();
  const isAsked = useStore(job.progress, ({ asked }) => asked !== null);
  return (
    <>
      <Button onClick={job.cancel}>{t('keep.cancel')}</Button>
      {isAsked ? (
        <Button variant="primary" onClick={job.allow}>
          {t('player.loadAnyway')}
        </Button>
      ) : null}
    </>
  );
}

const TROUBLE_WORDS = {
  full: 'keep.trouble.full',
  refused: 'keep.trouble.refused',
  broken: 'keep.trouble.broken',
  tooLarge: 'keep.trouble.tooLarge',
  memory: 'keep.trouble.memory',
} as const satisfies Record<Trouble, MessageKey>;

/** A ZIP is only saved once it is complete. */
const COUNT_WORDS = {
  choosing: 'keep.savedOf',
  running: 'keep.fetchedOf',
  done: 'keep.savedOf',
  stopped: 'keep.stopped',
} as const satisfies Record<Progress['status'], MessageKey>;

/** The progress and, at the end, the result. */
function DownloadProgress({ job, items }: { job: DownloadJob; items: readonly Item[] }) {
  const t = useT();
  const { status, total, saved, failed, current, asked, trouble } = useStore(job.progress);
  const title = items.find(({ key }) => key === current?.key)?.title;
  const ended = saved.size + failed.size;
  const share = (ended + (current?.share ?? 0)) / Math.max(1, total);
  return (
    <div className="flex flex-col gap-3">
      {status === 'running' ? (
        <>
          <ProgressBar label={t('keep.progress')} value={share * 100} />
          <p className="truncate text-ink-2">{title ?? t('keep.preparing')}</p>
        </>
      ) : null}
      {asked === null ? null : (
        <p role="alert" className="rounded-control bg-sunken px-3 py-2.5">
          {t('keep.large', { size: formatBytes(asked) })}
        </p>
      )}
      {trouble === null ? null : (
        <p role="alert" className="rounded-control bg-bad-soft px-3 py-2.5 text-bad-ink">
          {t(TROUBLE_WORDS[trouble])}
        </p>
      )}
      <p role="status" className="digits">
        {t(COUNT_WORDS[status], { n: saved.size, total })}
      </p>
      {failed.size > 0 ? (
        <ul aria-label={t('keep.failed')} className="flex flex-col gap-2">
          {items.map((item) => {
            const reason = failed.get(item.key);
            return reason ? <FailedItem key={item.key} item={item} reason={reason} /> : null;
          })}
        </ul>
      ) : null}
    </div>
  );
}

function FailedItem({ item, reason }: { item: Item; reason: VideoProblem }) {
  const t = useT();
  const { title, link } = item;
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-2 rounded-control bg-bad-soft px-3 py-2">
      <span className="min-w-0 flex-1 basis-60">
        <span className="block truncate font-medium">{title}</span>
        <span className="text-bad-ink">{notSavedWords(reason, t)}</span>
      </span>
      {reason === 'blocked' && link !== null ? (
        <Button size="sm" aria-label={t('keep.openTabOf', { title })} onClick={() => openTab(link)}>
          {t('player.openTab')}
        </Button>
      ) : null}
    </li>
  );
}
