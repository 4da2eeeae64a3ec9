import type { ComponentType } from 'react';

import type { Face } from '~/task-view/words/face';
import type { Card } from '~/task-view/use-card';
import { cn } from '~/ui/cn';

import { CancelledFace } from './cancelled-face';
import { FailedFace } from './failed-face';
import { ProblemFace } from './problem-face';
import { ReadyFace } from './ready-face';
import { RunningFace } from './running-face';
import { UncheckedFace } from './unchecked-face';
import { UnclearFace } from './unclear-face';
import { WaitingFace } from './waiting-face';

/** The 16:9 frame of a card, above its title, which is read first; always the same size so that nothing jumps; higher only where a large font needs it. */
export function Frame({ card, faces = FACES }: { card: Card; faces?: Faces }) {
  const FaceNow = faces[card.face];
  return (
    <div
      className={cn(
        'relative order-first grid aspect-video flex-none overflow-clip bg-sunken text-white',
        FOR_TALL,
      )}
    >
      <FaceNow card={card} />
    </div>
  );
}

/** While a tall video plays on a phone it has its own height: in 16:9 it would be as wide as a thumb. */
export const FOR_TALL = 'max-sm:has-data-tall:aspect-9/16 max-sm:has-data-tall:max-h-[78dvh]';

/** What is drawn in each state. */
export type Faces = Readonly<Record<Face, ComponentType<{ card: Card }>>>;

const FACES: Faces = {
  waiting: WaitingFace,
  running: RunningFace,
  ready: ReadyFace,
  failed: FailedFace,
  cancelled: CancelledFace,
  problem: ProblemFace,
  unclear: UnclearFace,
  unchecked: UncheckedFace,
};
