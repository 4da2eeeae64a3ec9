import { sceneOf, videoOf, isReady, reason, seconds, word, type DemoTask } from './demo-task.ts';

/* Services that wrap the task in an envelope. */

export function taskDto(task: DemoTask): object {
  const { id, moment, createdAt, endedAt, plan } = task;
  const share = moment.phase === 'ended' ? 1 : (moment.share ?? 0.3);
  return {
    code: 'success',
    message: '',
    data: {
      task_id: id,
      platform: '55',
      action: 'textGenerate',
      status: word(task, ['QUEUED', 'IN_PROGRESS', 'SUCCESS', 'FAILURE', 'CANCELLED']),
      fail_reason: isReady(task) ? videoOf(task) : (reason(task)?.message ?? ''),
      submit_time: seconds(createdAt),
      start_time: moment.phase === 'waiting' ? 0 : seconds(createdAt + plan.waitMs),
      finish_time: seconds(endedAt),
      progress: `${Math.floor(share * 100)}%`,
      properties: { input: sceneOf(task).prompt, upstream_model_name: 'kling-v2' },
      data: {},
    },
  };
}

export function kling(task: DemoTask): object {
  const { id, createdAt, now } = task;
  const videos = isReady(task)
    ? [{ id: '1', url: videoOf(task), duration: String(sceneOf(task).seconds) }]
    : [];
  return {
    code: 0,
    message: 'SUCCEED',
    request_id: 'demo',
    data: {
      task_id: id,
      task_status: word(task, ['submitted', 'processing', 'succeed', 'failed', 'failed']),
      task_status_msg: reason(task)?.message ?? '',
      task_result: { videos },
      created_at: createdAt,
      updated_at: now,
    },
  };
}

export function dashScope(task: DemoTask): object {
  const scene = sceneOf(task);
  const time = (ms: number): string =>
    new Date(ms + 8 * 3_600_000).toISOString().replace('T', ' ').replace('Z', '');
  return {
    request_id: 'demo',
    output: {
      task_id: task.id,
      task_status: word(task, ['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED']),
      submit_time: time(task.createdAt),
      ...(task.endedAt ? { end_time: time(task.endedAt) } : {}),
      ...(isReady(task) ? { video_url: videoOf(task) } : {}),
      orig_prompt: scene.prompt,
      ...(task.plan.enhances ? { actual_prompt: scene.enhanced } : {}),
      ...reason(task),
    },
  };
}
