import { useEffect, useId } from 'react';

import { BOARD } from '~/address/screens';
import { refKey, type TaskRef } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
import { ScreenFrame } from '~/ui/screen-frame';
import { useCard } from '~/task-view/use-card';
import { focusOpener } from '~/task-view/way-back';
import { changeView } from '~/address/use-view';
import { useEngine, useTrackedTask } from '~/engine/use-engine';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { Nav } from './nav';
import { Side } from './side';
import { Stage } from './stage';
import { useSiblings, type Siblings } from './use-siblings';

/** The details of a task: its video and everything known about it. */
export function Details({ task }: { task: TaskRef }) {
  const key = refKey(task);
  const tracked = useTrackedTask(key);
  useEffect(() => focusOpener, []);
  return <ScreenFrame>{tracked ? <Found tracked={tracked} /> : <Gone />}</ScreenFrame>;
}

/** From one task to the next, what leads there stays, and keeps the focus. */
function Found({ tracked }: { tracked: TrackedTask }) {
  const key = refKey(tracked);
  const siblings = useSiblings(key);
  return (
    <>
      <Nav siblings={siblings} />
      <OfTask key={key} tracked={tracked} siblings={siblings} />
    </>
  );
}

function OfTask({ tracked, siblings }: { tracked: TrackedTask; siblings: Siblings }) {
  const engine = useEngine();
  const titleId = useId();
  const card = useCard(tracked);
  useEffect(() => engine.watch([card.key]), [engine, card.key]);
  const isNews = card.face === 'ready' && tracked.seenAt === null;
  useEffect(() => {
    if (isNews) engine.markSeen([card.key]);
  }, [engine, isNews, card.key]);
  return (
    <article
      aria-labelledby={titleId}
      className="mx-auto grid max-w-310 gap-6.5 px-6 pt-6.5 pb-15 max-sm:px-3.5 wide:grid-cols-[minmax(0,1fr)_23.75rem]"
    >
      <Stage card={card} siblings={siblings} />
      <Side card={card} titleId={titleId} />
    </article>
  );
}

/** The task in the address is not tracked here. */
function Gone() {
  const t = useT();
  return (
    <div className="flex flex-col items-center gap-1 px-6 py-24 text-center text-ink-2">
      <h2 className="text-large font-semibold text-ink">{t('details.gone')}</h2>
      <p>{t('details.goneText')}</p>
      <Button variant="primary" className="mt-4" onClick={() => changeView({ screen: BOARD })}>
        {t('details.back')}
      </Button>
    </div>
  );
}
