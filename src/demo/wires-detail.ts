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

/* Services that answer with a `detail` inside: sora and veo resellers. */

export function soraDetail(task: DemoTask): object {
  const { id, moment, plan, createdAt, now, base } = task;
  const scene = sceneOf(task);
  const innerId = id.slice(id.indexOf(':') + 1);
  const input = {
    size: 'small',
    model: 'sy_ore',
    images: imagesOf(task),
    prompt: scene.prompt,
    orientation: scene.width > scene.height ? 'landscape' : 'portrait',
  };
  const ready = isReady(task);
  if (ready) {
    const link = videoOf(task);
    const thumbnail = linkTo(scene.poster, base);
    return {
      id,
      width: scene.width,
      height: scene.height,
      detail: { id: innerId, url: link, input, status: 'completed', thumbnail_url: thumbnail },
      status: 'completed',
      video_url: link,
      thumbnail_url: thumbnail,
      enhanced_prompt: enhanced(task),
      status_update_time: now,
    };
  }
  const pendingInfo = {
    id: innerId,
    status: word(task, ['queued', 'processing', 'completed', 'failed', 'cancelled']),
    progress_pct: moment.phase === 'running' ? moment.share : null,
    created_at: new Date(createdAt).toISOString(),
    width: scene.width,
    height: scene.height,
    n_frames: scene.seconds * 30,
    failure_reason: reason(task)?.message ?? null,
    progress_pos_in_queue: moment.phase === 'waiting' ? moment.ahead : null,
    estimated_queue_wait_time: moment.phase === 'waiting' ? seconds(moment.waitLeftMs) : null,
    generations: [],
  };
  return {
    id,
    detail: { id: innerId, input, status: 'pending', pending_info: pendingInfo },
    status: word(task, ['pending', 'pending', 'completed', 'failed', 'cancelled']),
    video_url: null,
    enhanced_prompt: plan.enhances && moment.phase === 'running' ? enhanced(task) : '',
    status_update_time: now,
  };
}

export function veoDetail(task: DemoTask): object {
  const { id, moment, createdAt, endedAt, now } = task;
  const stages = [
    'image_downloading',
    'video_generating',
    'video_generation_completed',
    'video_upsampling',
  ] as const;
  const stage = stages[Math.min(3, Math.floor(moment.progress ** 0.7 * 4))] ?? 'video_generating';
  const status = word(task, ['pending', stage, 'completed', 'failed', 'cancelled']);
  const link = isReady(task) ? videoOf(task) : null;
  return {
    id,
    detail: {
      id,
      req: {
        model: id.slice(0, id.indexOf(':')),
        images: imagesOf(task),
        prompt: sceneOf(task).prompt,
        enhance_prompt: true,
        aspect_ratio: sceneOf(task).width > sceneOf(task).height ? '16:9' : '9:16',
      },
      status,
      enhanced_prompt: enhanced(task),
      upsample_video_url: link,
      error_message: reason(task)?.message ?? null,
      created_at: createdAt,
      completed_at: endedAt || null,
    },
    status,
    video_url: link,
    status_update_time: now,
  };
}

export function flat(task: DemoTask): object {
  return {
    id: task.id,
    status: word(task, ['pending', 'processing', 'completed', 'failed', 'cancelled']),
    video_url: isReady(task) ? videoOf(task) : null,
    enhanced_prompt: enhanced(task),
    status_update_time: seconds(task.now),
    ...(reason(task) ? { error: reason(task) } : {}),
  };
}
