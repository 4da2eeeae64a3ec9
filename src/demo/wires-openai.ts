import { linkTo } from './footage.ts';
import {
  sceneOf,
  enhanced,
  videoOf,
  imagesOf,
  isReady,
  reason,
  seconds,
  word,
  type DemoTask,
} from './demo-task.ts';

/* The OpenAI Videos API and what resellers add to it. */

export function openAi(task: DemoTask): object {
  const { id, moment, plan, createdAt, endedAt } = task;
  const scene = sceneOf(task);
  return {
    id,
    object: 'video',
    created_at: seconds(createdAt),
    status: word(task, ['queued', 'in_progress', 'completed', 'failed', 'cancelled']),
    completed_at: endedAt ? seconds(endedAt) : null,
    error: reason(task),
    expires_at: endedAt && plan.linkMs !== null ? seconds(endedAt + plan.linkMs) : null,
    model: 'sora-2',
    progress: isReady(task) ? 100 : Math.floor((moment.share ?? 0) * 100),
    prompt: scene.prompt,
    remixed_from_video_id: null,
    seconds: String(scene.seconds),
    size: `${scene.width}x${scene.height}`,
  };
}

export function openAiWithLink(task: DemoTask): object {
  const ready = isReady(task);
  return {
    ...openAi(task),
    enhanced_prompt: enhanced(task),
    input_images: imagesOf(task),
    video_url: ready ? videoOf(task) : null,
    thumbnail_url: ready ? linkTo(sceneOf(task).poster, task.base) : null,
  };
}

export function runwayLike(task: DemoTask): object {
  const { moment } = task;
  return {
    ...openAiWithLink(task),
    model: 'seedance_2',
    progress:
      moment.phase === 'waiting' || moment.share === null ? null : Math.floor(moment.share * 100),
  };
}
