import { useEffect, useRef } from 'react';

import { changeView } from '~/address/use-view';
import { TellSettings } from '~/features/told/tell-settings';
import { useT } from '~/i18n/use-t';
import type { HelpTopic, Met } from '~/task-view/words/help-about';
import { NOTICE_HELP } from '~/task-view/words/notice-help';
import { Button } from '~/ui/button';
import { Dialog } from '~/ui/dialog';
import { Icon } from '~/ui/icons';

import type { Config } from './config';
import { useNotices } from './use-notices';

/** All notices, with all that helps. */
export function NoticesDialog({ config, onClose }: { config: Config; onClose: () => void }) {
  const t = useT();
  const notices = useNotices(config);
  const none = notices.length === 0;
  // Where the last notice ends by itself, the person may be choosing something below.
  const isAtNotices = useRef(false);
  useEffect(() => {
    if (none && isAtNotices.current) onClose();
  }, [none, onClose]);
  const leaveNotices = (): void => void (isAtNotices.current = false);
  return (
    <Dialog
      open
      onClose={onClose}
      title={none ? t('told.title') : t('notices.all', { n: notices.length })}
      closeLabel={t('ui.close')}
    >
      <ul className="flex flex-col" onClickCapture={() => void (isAtNotices.current = true)}>
        {notices.map(({ kind, id, title, text, facts, actions, close }) => (
          <li
            key={`${kind} ${id}`}
            className="flex gap-3 border-t border-line py-3.5 first:border-0 first:pt-0"
          >
            <Icon name="warning" className="mt-0.5 text-run-ink" />
            <div className="min-w-0 flex-1">
              <p className="font-medium break-words">{title}</p>
              {text ? <p className="text-ink-2">{text}</p> : null}
              {facts ? (
                <div className="mt-2 flex flex-wrap gap-2">
                  {facts.map(({ label, run }) => (
                    <Button
                      key={label}
                      size="sm"
                      onClick={() => {
                        // What it shows is behind this dialog.
                        run();
                        onClose();
                      }}
                    >
                      {label}
                    </Button>
                  ))}
                </div>
              ) : null}
              {actions.length > 0 || close || NOTICE_HELP[kind] ? (
                <div className="mt-2 flex flex-wrap gap-2">
                  {actions.map(({ label, run }) => (
                    <Button key={label} size="sm" onClick={run}>
                      {label}
                    </Button>
                  ))}
                  <HelpButton about={NOTICE_HELP[kind]} title={title} onOpen={onClose} />
                  {close ? (
                    <Button size="sm" variant="quiet" onClick={close}>
                      {t('keep.dismiss')}
                    </Button>
                  ) : null}
                </div>
              ) : null}
            </div>
          </li>
        ))}
      </ul>
      <section
        className={none ? '' : 'border-t border-line pt-3.5'}
        onFocus={leaveNotices}
        onPointerDown={leaveNotices}
      >
        {none ? null : <h3 className="text-note font-semibold text-ink-3">{t('told.title')}</h3>}
        <TellSettings />
      </section>
    </Dialog>
  );
}

/** The answer lies behind this dialog. */
function HelpButton({
  about,
  title,
  onOpen,
}: {
  about: Met | HelpTopic | null;
  title: string;
  onOpen: () => void;
}) {
  const t = useT();
  if (about === null) return null;
  return (
    <Button
      size="sm"
      variant="quiet"
      icon="question"
      aria-label={`${t('problems.help.about')} ${title}`}
      onClick={() => {
        changeView({ screen: { kind: 'help', about } });
        onOpen();
      }}
    >
      {t('problems.help.about')}
    </Button>
  );
}
