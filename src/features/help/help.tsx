import { useEffect } from 'react';

import { BOARD } from '~/address/screens';
import { changeView } from '~/address/use-view';
import { useTracked } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { focusOpener } from '~/task-view/way-back';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';
import '~/ui/late-icons';
import { ScreenFrame } from '~/ui/screen-frame';

import { Answer } from './answer';
import { Questions } from './questions';
import { topicOf } from './topic-of';

/**
 * Answers to what people ask.
 * @param about a question, or what a person has met; all questions if it is neither
 * @param admin where the host of this page helps
 */
export function Help({ about, admin }: { about: string; admin: string | null }) {
  const topic = topicOf(about);
  useEffect(() => focusOpener, []);
  return (
    <ScreenFrame>
      <div className="mx-auto flex max-w-190 flex-col px-6 pt-4.5 pb-15 max-sm:px-3.5">
        <Back admin={admin} />
        {topic === null ? (
          <Questions isStray={about !== ''} />
        ) : (
          <Answer key={topic} topic={topic} about={about} />
        )}
      </div>
    </ScreenFrame>
  );
}

/** To the board, or to the first page; and to the people who know this team. */
function Back({ admin }: { admin: string | null }) {
  const t = useT();
  const empty = useTracked((state) => state.tasks.size === 0);
  return (
    <div className="flex flex-wrap items-center justify-between gap-2.5">
      <Button icon="chevron-left" onClick={() => changeView({ screen: BOARD })}>
        {t(empty ? 'help.toStart' : 'details.back')}
      </Button>
      {admin === null ? null : (
        <a
          href={admin}
          target="_blank"
          rel="noreferrer"
          className="flex items-center gap-1.5 rounded-lg px-2 py-1.5 font-medium text-accent focus-ring hover:underline"
        >
          {t('help.admin')}
          <span className="sr-only"> ({t('ui.newTab')})</span>
          <Icon name="external" />
        </a>
      )}
    </div>
  );
}
