import { useState, type MouseEvent } from 'react';

import { openDialog } from '~/address/dialogs';
import type { Notice } from '~/core/notice';
import { Bell } from '~/features/told/bell';
import { NoticeFacts } from '~/features/told/notice-facts';
import { useT } from '~/i18n/use-t';
import { HelpMark } from '~/task-view/card/help-mark';
import { NOTICE_HELP } from '~/task-view/words/notice-help';
import { Button } from '~/ui/button';
import { cn } from '~/ui/cn';
import { Icon } from '~/ui/icons';
import { IconButton } from '~/ui/icon-button';
import { useMediaQuery } from '~/ui/use-media-query';

import type { Config } from './config';
import { useNotices } from './use-notices';

/**
 * The most urgent notice, in one line: in the banner, or, on a narrow screen, below the cards; and the bell, which there
 * opens what was hidden too. It has a place of its own, so that no card moves when it comes or goes.
 */
export function Notices({ config }: { config: Config }) {
  const [hidden, setHidden] = useState<string | null>(null);
  const isNarrow = useMediaQuery('(width < 80rem)');
  const notices = useNotices(config);
  const [first] = notices;
  const open = (): void => openDialog({ kind: 'notices' });
  return (
    <>
      {first ? (
        <Line
          notice={first}
          others={notices.length - 1}
          isHidden={hidden === nameOf(first)}
          onHide={() => setHidden(nameOf(first))}
          onAll={open}
        />
      ) : null}
      <Bell all={isNarrow && first ? { n: notices.length, open } : null} />
    </>
  );
}

function nameOf({ kind, id }: Notice): string {
  return `${kind} ${id}`;
}

function Line({
  notice,
  others,
  isHidden,
  onHide,
  onAll,
}: {
  notice: Notice;
  /** How many there are besides. */
  others: number;
  isHidden: boolean;
  onHide: () => void;
  onAll: () => void;
}) {
  const t = useT();
  const { title, facts, actions, close } = notice;
  const [action] = actions;
  // On a narrow screen the bell opens it.
  const met = NOTICE_HELP[notice.kind];
  return (
    <div
      data-notice={isHidden ? undefined : ''}
      role={facts ? 'region' : undefined}
      aria-label={facts ? title : undefined}
      className={cn(LINE, facts ? 'bg-bg' : 'bg-run-soft', isHidden && 'max-xl:hidden')}
    >
      {facts ? <NoticeFacts notice={notice} /> : <Icon name="warning" />}
      {facts ? null : (
        <p className="min-w-0 flex-1 text-ink max-xl:line-clamp-2 xl:truncate">{title}</p>
      )}
      {met === null ? null : <HelpMark met={met} className="my-0 max-xl:hidden" />}
      {action ? (
        <Button
          size="sm"
          variant="quiet"
          // Where there is only room for one of them, what it is about comes first; the bell has both.
          className={cn(IN_LINE, !facts && 'max-narrow:hidden')}
          onClick={action.run}
        >
          {action.label}
        </Button>
      ) : null}
      {others > 0 || saysMore(notice) ? (
        <Button
          size="sm"
          variant="quiet"
          aria-haspopup="dialog"
          className={cn(IN_LINE, 'text-ink-2! max-xl:hidden')}
          onClick={onAll}
        >
          {t('notices.more', { n: others })}
        </Button>
      ) : null}
      {facts && close ? (
        <Button
          size="sm"
          variant="quiet"
          className={cn(IN_LINE, 'max-xl:ms-auto')}
          onClick={(event) => {
            toBell(event);
            close();
          }}
        >
          {t('keep.dismiss')}
        </Button>
      ) : (
        <IconButton
          size="sm"
          icon="close"
          label={t('notices.hide')}
          className={close && !action ? '' : 'xl:hidden'}
          onClick={(event) => {
            toBell(event);
            if (close) close();
            else onHide();
          }}
        />
      )}
    </div>
  );
}

/** There is more to it than its line shows. */
function saysMore({ text, actions, close }: Notice): boolean {
  return text !== undefined || actions.length > (close ? 0 : 1);
}

/** The button goes with its notice, and the focus to the bell beside it, which has all others. */
function toBell({ currentTarget }: MouseEvent): void {
  const line = currentTarget.closest('[data-notice]');
  line?.nextElementSibling?.querySelector('button')?.focus();
}

const LINE =
  'flex h-9 min-w-0 items-center gap-2 rounded-control pe-1 ps-3 text-small text-run-ink xl:max-w-168 ' +
  'max-xl:fixed max-xl:inset-x-0 max-xl:bottom-0 max-xl:z-20 max-xl:h-notice max-xl:rounded-none max-xl:border-t max-xl:border-line max-xl:pb-safe max-xl:px-[max(0.5rem,env(safe-area-inset-left))]';
const IN_LINE = 'xl:h-7! xl:px-2!';
