import type { ComponentType } from 'react';

import type { Face } from '~/task-view/words/face';
import type { Card } from '~/task-view/use-card';

import { CancelledFace } from './cancelled-face';
import { FailedFace } from './failed-face';
import { ProblemFace } from './problem-face';
import { ReadyFace } from './ready-face';
import { RunningFace } from './running-face';
import { UncheckedFace } from './unchecked-face';
import { UnclearFace } from './unclear-face';
import { WaitingFace } from './waiting-face';

/** The 16:9 frame of a card, always the same size so that nothing jumps; higher only where a large font needs it. */
export function Frame({ card }: { card: Card }) {
  const FaceNow = FACES[card.face];
  return (
    <div className="relative grid aspect-video flex-none overflow-clip bg-sunken text-white">
      <FaceNow card={card} />
    </div>
  );
}

const FACES = {
  waiting: WaitingFace,
  running: RunningFace,
  ready: ReadyFace,
  failed: FailedFace,
  cancelled: CancelledFace,
  problem: ProblemFace,
  unclear: UnclearFace,
  unchecked: UncheckedFace,
} as const satisfies Record<Face, ComponentType<{ card: Card }>>;
