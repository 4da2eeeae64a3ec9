import { memo, useId } from 'react';

import type { TrackedTask } from '~/core/tracked';
import { useCard } from '~/task-view/use-card';
import { useTrackedTask } from '~/engine/use-engine';
import { CardCheckbox } from '~/task-view/selection/card-checkbox';
import { useT } from '~/i18n/use-t';
import { cn } from '~/ui/cn';
import { Pill } from '~/ui/pill';

import { metaLine } from '~/task-view/words/facts';
import { useTextLanguage } from '~/task-view/words/use-text-language';
import { CardArticle, type CardPlace } from './card-article';
import { Foot } from './foot';
import { Frame } from './frame';
import { ProblemStrip } from './problem-strip';
import { Prompt } from './prompt';
import { UNDER_STRIP } from './strip';
import { StuckStrip } from './stuck-strip';
import { Thumbs } from './thumbs';

/** One task. Renders only when its own answer, label or key changes, and never asks for anything itself. */
export const TaskCard = memo(function TaskCard({ taskKey, ...rest }: { taskKey: string } & Place) {
  const tracked = useTrackedTask(taskKey);
  return tracked ? <CardOf tracked={tracked} {...rest} /> : null;
});

/** Where a card stands. */
interface Place extends CardPlace {
  /** Under a group's heading: what its title need say there. */
  titleThere?: (title: string, tracked: TrackedTask) => string;
}

function CardOf({ tracked, titleThere, ...place }: { tracked: TrackedTask } & Place) {
  const t = useT();
  const titleId = useId();
  const card = useCard(tracked);
  const { task, face, pill } = card;
  const title = titleThere?.(card.title, tracked) ?? card.whole;
  const language = useTextLanguage(title);
  const Heading = titleThere ? 'h3' : 'h2';
  const meta = task ? metaLine(task, t) : '';
  return (
    <CardArticle taskKey={card.key} titleId={titleId} {...place}>
      <div className="flex items-center gap-2.5 px-4 pt-3.5 max-narrow:flex-wrap">
        <Heading
          id={titleId}
          lang={language}
          title={title}
          className="min-w-0 flex-1 truncate text-large font-semibold max-narrow:basis-full max-narrow:whitespace-normal"
        >
          {title}
        </Heading>
        <Pill tone={pill.tone}>{t(pill.word)}</Pill>
      </div>
      <Frame card={card} />
      <CardCheckbox taskKey={card.key} title={title} />
      <div className="flex-1 px-4 pt-2.5 pb-1.5">
        <div className={cn('flex flex-col gap-2.5', UNDER_STRIP.all)}>
          <div className={UNDER_STRIP.prompt}>
            <Prompt task={card.answer.answeredAt === null ? null : task} title={card.whole} />
          </div>
          {/* There from the start, as high as its pictures: an answer that brings them moves no card. */}
          <div className={cn('flex min-h-9 items-center gap-2.5', UNDER_STRIP.facts)}>
            <Thumbs images={task?.images ?? []} title={card.whole} />
            <span className="min-w-0 text-note leading-4.25 wrap-anywhere text-ink-3 digits">
              {meta}
            </span>
          </div>
          {face === 'problem' ? null : <ProblemStrip card={card} isOver />}
          <StuckStrip card={card} isOver />
        </div>
      </div>
      <Foot card={card} />
    </CardArticle>
  );
}
