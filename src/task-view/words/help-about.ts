import type { FailureKind } from '~/core/failure';
import type { VideoProblem } from '~/core/video';
import type { Trouble } from '~/engine/answers/trouble';

/** The questions that the help answers. */
export type HelpTopic =
  | 'start'
  | 'id'
  | 'refused'
  | 'limits'
  | 'safe'
  | 'closing'
  | 'playing'
  | 'slow'
  | 'failed'
  | 'notFound'
  | 'unreachable'
  | 'links'
  | 'services'
  | 'others';

/** What a card may say that keeps a person from their video. */
export type Met =
  | `trouble.${Trouble}`
  | `failed.${FailureKind}`
  | `play.${VideoProblem}`
  /** It is not ready yet, perhaps stuck; its state is not known; it is ready, and there is no video. */
  | 'card.slow'
  | 'card.unclear'
  | 'card.noVideo';
