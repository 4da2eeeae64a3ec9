import { sceneOf, videoOf, isReady, reason, seconds, word, type Telling } from './telling.ts';

/* Services that wrap the task in an envelope. */

export function taskDto(telling: Telling): object {
  const { id, moment, createdAt, endedAt, plan } = telling;
  const share = moment.phase === 'ended' ? 1 : (moment.share ?? 0.3);
  return {
    code: 'success',
    message: '',
    data: {
      task_id: id,
      platform: '55',
      action: 'textGenerate',
      status: word(telling, ['QUEUED', 'IN_PROGRESS', 'SUCCESS', 'FAILURE', 'CANCELLED']),
      fail_reason: isReady(telling) ? videoOf(telling) : (reason(telling)?.message ?? ''),
      submit_time: seconds(createdAt),
      start_time: moment.phase === 'waiting' ? 0 : seconds(createdAt + plan.waitMs),
      finish_time: seconds(endedAt),
      progress: `${Math.floor(share * 100)}%`,
      properties: { input: sceneOf(telling).prompt, upstream_model_name: 'kling-v2' },
      data: {},
    },
  };
}

export function kling(telling: Telling): object {
  const { id, createdAt, now } = telling;
  const videos = isReady(telling)
    ? [{ id: '1', url: videoOf(telling), duration: String(sceneOf(telling).seconds) }]
    : [];
  return {
    code: 0,
    message: 'SUCCEED',
    request_id: 'demo',
    data: {
      task_id: id,
      task_status: word(telling, ['submitted', 'processing', 'succeed', 'failed', 'failed']),
      task_status_msg: reason(telling)?.message ?? '',
      task_result: { videos },
      created_at: createdAt,
      updated_at: now,
    },
  };
}

export function dashScope(telling: Telling): object {
  const scene = sceneOf(telling);
  const time = (ms: number): string =>
    new Date(ms + 8 * 3_600_000).toISOString().replace('T', ' ').replace('Z', '');
  return {
    request_id: 'demo',
    output: {
      task_id: telling.id,
      task_status: word(telling, ['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED']),
      submit_time: time(telling.createdAt),
      ...(telling.endedAt ? { end_time: time(telling.endedAt) } : {}),
      ...(isReady(telling) ? { video_url: videoOf(telling) } : {}),
      orig_prompt: scene.prompt,
      ...(telling.plan.enhances ? { actual_prompt: scene.enhanced } : {}),
      ...reason(telling),
    },
  };
}
