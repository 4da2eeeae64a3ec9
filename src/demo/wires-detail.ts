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

/* Services that answer with a `detail` inside: sora and veo resellers. */

export function soraDetail(telling: Telling): object {
  const { id, moment, plan, createdAt, now, base } = telling;
  const scene = sceneOf(telling);
  const task = id.slice(id.indexOf(':') + 1);
  const input = {
    size: 'small',
    model: 'sy_ore',
    images: imagesOf(telling),
    prompt: scene.prompt,
    orientation: scene.width > scene.height ? 'landscape' : 'portrait',
  };
  const ready = isReady(telling);
  if (ready) {
    const link = videoOf(telling);
    const thumbnail = linkTo(scene.poster, base);
    return {
      id,
      width: scene.width,
      height: scene.height,
      detail: { id: task, url: link, input, status: 'completed', thumbnail_url: thumbnail },
      status: 'completed',
      video_url: link,
      thumbnail_url: thumbnail,
      enhanced_prompt: enhanced(telling),
      status_update_time: now,
    };
  }
  const pendingInfo = {
    id: task,
    status: word(telling, ['queued', 'processing', 'completed', 'failed', 'cancelled']),
    progress_pct: moment.phase === 'running' ? moment.share : null,
    created_at: new Date(createdAt).toISOString(),
    width: scene.width,
    height: scene.height,
    n_frames: scene.seconds * 30,
    failure_reason: reason(telling)?.message ?? null,
    progress_pos_in_queue: moment.phase === 'waiting' ? moment.ahead : null,
    estimated_queue_wait_time: moment.phase === 'waiting' ? seconds(moment.waitLeftMs) : null,
    generations: [],
  };
  return {
    id,
    detail: { id: task, input, status: 'pending', pending_info: pendingInfo },
    status: word(telling, ['pending', 'pending', 'completed', 'failed', 'cancelled']),
    video_url: null,
    enhanced_prompt: plan.enhances && moment.phase === 'running' ? enhanced(telling) : '',
    status_update_time: now,
  };
}

export function veoDetail(telling: Telling): object {
  const { id, moment, createdAt, endedAt, now } = telling;
  const stages = [
    'image_downloading',
    'video_generating',
    'video_generation_completed',
    'video_upsampling',
  ] as const;
  const stage = stages[Math.min(3, Math.floor(moment.progress ** 0.7 * 4))] ?? 'video_generating';
  const status = word(telling, ['pending', stage, 'completed', 'failed', 'cancelled']);
  const link = isReady(telling) ? videoOf(telling) : null;
  return {
    id,
    detail: {
      id,
      req: {
        model: id.slice(0, id.indexOf(':')),
        images: imagesOf(telling),
        prompt: sceneOf(telling).prompt,
        enhance_prompt: true,
        aspect_ratio: sceneOf(telling).width > sceneOf(telling).height ? '16:9' : '9:16',
      },
      status,
      enhanced_prompt: enhanced(telling),
      upsample_video_url: link,
      error_message: reason(telling)?.message ?? null,
      created_at: createdAt,
      completed_at: endedAt || null,
    },
    status,
    video_url: link,
    status_update_time: now,
  };
}

export function flat(telling: Telling): object {
  return {
    id: telling.id,
    status: word(telling, ['pending', 'processing', 'completed', 'failed', 'cancelled']),
    video_url: isReady(telling) ? videoOf(telling) : null,
    enhanced_prompt: enhanced(telling),
    status_update_time: seconds(telling.now),
    ...(reason(telling) ? { error: reason(telling) } : {}),
  };
}
