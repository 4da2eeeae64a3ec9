import { useEffect } from 'react';
import { useStore } from 'zustand';

import { formatTime } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { copyText } from '~/task-view/copy';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';

import { requests, requestsNote, watchRequests } from './requests';

/** So many are shown; the note has all of them. */
const SHOWN = 100;

/** Given by the build. */
declare const PAGE_VERSION: string;

/** Which version this is, under which terms, what leaves the browser, and every request of this session. */
export function AboutDialog({ onClose }: { onClose: () => void }) {
  const t = useT();
  const seen = useStore(requests);
  useEffect(watchRequests, []);
  const newest = seen.toReversed().slice(0, SHOWN);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('about.title')}
      closeLabel={t('ui.close')}
      footer={
        <Button
          icon="copy"
          onClick={() => void copyText(requestsNote(seen, PAGE_VERSION, navigator.userAgent))}
        >
          {t('about.copy')}
        </Button>
      }
    >
      <div className="flex flex-col gap-4">
        <p>
          {t('about.version', { version: PAGE_VERSION })}{' '}
          <a
            className="text-accent underline focus-ring"
            href="third-party-notices.txt"
            target="_blank"
            rel="noreferrer"
          >
            {t('about.licences')}
          </a>
        </p>
        <p className="text-ink-2">{t('about.leaves')}</p>
        <div className="flex flex-col gap-2">
          <h3 id="about-requests" className="text-note font-semibold text-ink-3">
            {t('about.requests', { n: seen.length })}
          </h3>
          <p className="text-small text-ink-2">{t('about.requestsText')}</p>
          <div className="rounded-control bg-sunken">
            <table aria-labelledby="about-requests" className="w-full text-note digits">
              <thead className="text-ink-3">
                <tr>
                  <th className="px-3 py-1.5 text-start font-medium whitespace-nowrap">
                    {t('about.at')}
                  </th>
                  <th className="py-1.5 text-start font-medium whitespace-nowrap">
                    {t('about.answer')}
                  </th>
                  <th className="px-3 py-1.5 text-start font-medium whitespace-nowrap">
                    {t('about.address')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {newest.map(({ at, address, status }, index) => (
                  <tr key={`${at} ${address} ${seen.length - index}`}>
                    <td className="px-3 py-1 align-top whitespace-nowrap">{formatTime(at)}</td>
                    <td className="py-1 align-top">{status ?? '–'}</td>
                    <td className="px-3 py-1 wrap-anywhere">{address}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
        </div>
      </div>
    </Dialog>
  );
}
