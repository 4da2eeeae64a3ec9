import { linkTo } from './media.ts';
import {
  sceneOf,
  enhanced,
  videoOf,
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
  const scene = sceneOf(telling);
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
    prompt: scene.prompt,
    remixed_from_video_id: null,
    seconds: String(scene.seconds),
    size: `${scene.width}x${scene.height}`,
  };
}

export function openAiWithLink(telling: Telling): object {
  const ready = isReady(telling);
  return {
    ...openAi(telling),
    enhanced_prompt: enhanced(telling),
    input_images: imagesOf(telling),
    video_url: ready ? videoOf(telling) : null,
    thumbnail_url: ready ? linkTo(sceneOf(telling).poster, telling.base) : null,
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
