import { useState, type MouseEvent } from 'react';

import { openDialog } from '~/address/dialogs';
import type { Notice } from '~/core/notice';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';
import { IconButton } from '~/ui/icon-button';

import type { Config } from './config';
import { useNotices } from './use-notices';

/**
 * The most urgent notice, in one line: in the banner, or, on a narrow screen, below the cards, with a bell in the banner
 * for what was hidden there. It has a place of its own, so that no card moves when it comes or goes.
 */
export function Notices({ config }: { config: Config }) {
  const t = useT();
  const [hidden, setHidden] = useState<string | null>(null);
  const notices = useNotices(config);
  const [first] = notices;
  if (!first) return null;
  const name = `${first.kind} ${first.id}`;
  const showAll = (): void => openDialog({ kind: 'notices' });
  const [action] = first.actions;
  const others = notices.length - 1;
  return (
    <>
      <div
        data-notice={hidden === name ? undefined : ''}
        className={cn(LINE, hidden === name && 'max-xl:hidden')}
      >
        <Icon name="warning" />
        <p className="min-w-0 flex-1 truncate text-ink">{first.title}</p>
        {action ? (
          <Button size="sm" variant="quiet" className={IN_LINE} onClick={action.run}>
            {action.label}
          </Button>
        ) : null}
        {others > 0 || saysMore(first) ? (
          <Button
            size="sm"
            variant="quiet"
            aria-haspopup="dialog"
            className={cn(IN_LINE, 'text-ink-2! max-xl:hidden')}
            onClick={showAll}
          >
            {t('notices.more', { n: others })}
          </Button>
        ) : null}
        <IconButton
          size="sm"
          icon="close"
          label={t('notices.hide')}
          className={first.close && !action ? '' : 'xl:hidden'}
          onClick={(event) => {
            toContent(event);
            if (first.close) first.close();
            else setHidden(name);
          }}
        />
      </div>
      <span className="relative flex-none xl:hidden">
        <IconButton
          icon="bell"
          label={t('notices.all', { n: notices.length })}
          aria-haspopup="dialog"
          onClick={showAll}
        />
        <span
          aria-hidden="true"
          className="pointer-events-none absolute top-0 right-0 min-w-4 rounded-full bg-run-ink px-1 text-center text-caption text-bg digits"
        >
          {notices.length}
        </span>
      </span>
    </>
  );
}

/** There is more to it than its line shows. */
function saysMore({ text, actions, close }: Notice): boolean {
  return text !== undefined || actions.length > (close ? 0 : 1);
}

/** The button goes with its notice: the focus goes on in the content. */
function toContent({ currentTarget }: MouseEvent): void {
  currentTarget.ownerDocument.querySelector('main')?.focus();
}

const LINE =
  'flex h-9 min-w-0 items-center gap-2 rounded-control bg-run-soft pr-1 pl-3 text-small text-run-ink xl:max-w-128 ' +
  'max-xl:fixed max-xl:inset-x-0 max-xl:bottom-0 max-xl:z-20 max-xl:h-16 max-xl:rounded-none max-xl:border-t max-xl:border-line max-xl:pb-safe max-xl:pl-4';
const IN_LINE = 'xl:h-7! xl:px-2!';
