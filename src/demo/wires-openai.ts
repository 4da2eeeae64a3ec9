import { linkTo } from './media.ts';
import {
  clipOf,
  enhanced,
  filmOf,
  imagesOf,
  isReady,
  reason,
  seconds,
  word,
  type Telling,
} from './telling.ts';

/* The OpenAI Videos API and what resellers add to it. */

export function openAi(telling: Telling): object {
  const { id, moment, plan, createdAt, endedAt } = telling;
  const clip = clipOf(telling);
  return {
    id,
    object: 'video',
    created_at: seconds(createdAt),
    status: word(telling, ['queued', 'in_progress', 'completed', 'failed', 'cancelled']),
    completed_at: endedAt ? seconds(endedAt) : null,
    error: reason(telling),
    expires_at: endedAt && plan.linkMs !== null ? seconds(endedAt + plan.linkMs) : null,
    model: 'sora-2',
    progress: isReady(telling) ? 100 : Math.floor((moment.share ?? 0) * 100),
    prompt: clip.prompt,
    remixed_from_video_id: null,
    seconds: String(clip.seconds),
    size: `${clip.width}x${clip.height}`,
  };
}

export function openAiWithLink(telling: Telling): object {
  const ready = isReady(telling);
  return {
    ...openAi(telling),
    enhanced_prompt: enhanced(telling),
    input_images: imagesOf(telling),
    video_url: ready ? filmOf(telling) : null,
    thumbnail_url: ready ? linkTo(clipOf(telling).poster, telling.base) : null,
  };
}

export function runwayLike(telling: Telling): object {
  const { moment } = telling;
  return {
    ...openAiWithLink(telling),
    model: 'seedance_2',
    progress:
      moment.phase === 'waiting' || moment.share === null ? null : Math.floor(moment.share * 100),
  };
}
