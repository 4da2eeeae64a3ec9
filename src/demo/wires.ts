import { FAILURES, type Moment, type Plan } from './life';
import { CLIPS, linkTo, PERSON, type Clip } from './media';

/** All that a wire needs to write its answer. */
export interface Telling {
  id: string;
  plan: Plan;
  moment: Moment;
  /** Epoch ms of the order, and of the end (0 before it). */
  createdAt: number;
  endedAt: number;
  now: number;
  /** Where this gateway is reached, for links. */
  base: string;
}

type Wire = (telling: Telling) => object;

/** The services that the demo speaks like, by the shape of the id; the first that fits counts. */
const WIRES: readonly (readonly [RegExp, Wire])[] = [
  [/^sora-2[\w-]*:/, soraDetail],
  [/^veo[\w.-]*:/, veoDetail],
  [/^grok[\w-]*:/, flat],
  [/^video_[0-9a-f]{8}-/, openAiWithLink],
  [/^video_/, openAi],
  [/^(?:task_|econtent)/, (telling) => (telling.id.startsWith('task_') ? taskDto(telling) : openAi(telling))],
  [/^\d+$/, kling],
  [/^86ecf553|^[0-7][0-9a-f]{7}-/, dashScope],
  [/^[0-9a-f]{8}-/, runwayLike],
];

/** A task's answer, in the words of the service that its id comes from. */
export function tell(telling: Telling): object {
  const wire = WIRES.find(([shape]) => shape.test(telling.id))?.[1] ?? openAiWithLink;
  return wire(telling);
}

const seconds = (ms: number): number => Math.floor(ms / 1000);
const clipOf = ({ plan }: Telling): Clip => CLIPS[plan.clip];
const isReady = ({ moment, plan }: Telling): boolean => moment.phase === 'ended' && plan.end === 'ready';
const reason = ({ moment, plan }: Telling): { code: string; message: string } | null =>
  moment.phase !== 'ended' || plan.end === 'ready' || plan.end === 'cancelled' ? null : FAILURES[plan.end];
const enhanced = (telling: Telling): string => (telling.plan.enhances ? clipOf(telling).enhanced : '');

/** The word for where it stands: waiting, running, ready, failed, cancelled. */
function word<W extends string>(telling: Telling, words: readonly [W, W, W, W, W]): W {
  const { moment, plan } = telling;
  if (moment.phase === 'waiting') return words[0];
  if (moment.phase === 'running') return words[1];
  if (plan.end === 'ready') return words[2];
  return plan.end === 'cancelled' ? words[4] : words[3];
}

function imagesOf({ plan, base }: Telling): string[] {
  const own = plan.end === 'picture' ? PERSON : CLIPS[plan.clip].input;
  const others = [CLIPS.dunes.input, CLIPS.aurora.input].filter((href) => href !== own);
  return [own, ...others].slice(0, plan.images).map((href) => linkTo(href, base));
}

/** The link to the film; one that does not last says so in its own query. */
function filmOf(telling: Telling): string {
  const { plan, endedAt, base } = telling;
  const link = linkTo(clipOf(telling).film, base);
  if (plan.linkMs === null) return link;
  return `${link}?se=${encodeURIComponent(new Date(endedAt + plan.linkMs).toISOString())}&sig=demo`;
}

function soraDetail(telling: Telling): object {
  const { id, moment, plan, createdAt, now, base } = telling;
  const clip = clipOf(telling);
  const task = id.slice(id.indexOf(':') + 1);
  const input = {
    size: 'small',
    model: 'sy_ore',
    images: imagesOf(telling),
    prompt: clip.prompt,
    orientation: clip.width > clip.height ? 'landscape' : 'portrait',
  };
  const ready = isReady(telling);
  if (ready) {
    const link = filmOf(telling);
    const thumbnail = linkTo(clip.poster, base);
    return {
      id,
      width: clip.width,
      height: clip.height,
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
    width: clip.width,
    height: clip.height,
    n_frames: clip.seconds * 30,
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

function veoDetail(telling: Telling): object {
  const { id, moment, createdAt, endedAt, now } = telling;
  const stages = ['image_downloading', 'video_generating', 'video_generation_completed', 'video_upsampling'] as const;
  const stage = stages[Math.min(3, Math.floor(moment.way ** 0.7 * 4))] ?? 'video_generating';
  const status = word(telling, ['pending', stage, 'completed', 'failed', 'cancelled']);
  const link = isReady(telling) ? filmOf(telling) : null;
  return {
    id,
    detail: {
      id,
      req: {
        model: id.slice(0, id.indexOf(':')),
        images: imagesOf(telling),
        prompt: clipOf(telling).prompt,
        enhance_prompt: true,
        aspect_ratio: clipOf(telling).width > clipOf(telling).height ? '16:9' : '9:16',
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

function openAi(telling: Telling): object {
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

function openAiWithLink(telling: Telling): object {
  const ready = isReady(telling);
  return {
    ...openAi(telling),
    enhanced_prompt: enhanced(telling),
    input_images: imagesOf(telling),
    video_url: ready ? filmOf(telling) : null,
    thumbnail_url: ready ? linkTo(clipOf(telling).poster, telling.base) : null,
  };
}

function flat(telling: Telling): object {
  return {
    id: telling.id,
    status: word(telling, ['pending', 'processing', 'completed', 'failed', 'cancelled']),
    video_url: isReady(telling) ? filmOf(telling) : null,
    enhanced_prompt: enhanced(telling),
    status_update_time: seconds(telling.now),
    ...(reason(telling) ? { error: reason(telling) } : {}),
  };
}

function taskDto(telling: Telling): object {
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
      fail_reason: isReady(telling) ? filmOf(telling) : (reason(telling)?.message ?? ''),
      submit_time: seconds(createdAt),
      start_time: moment.phase === 'waiting' ? 0 : seconds(createdAt + plan.waitMs),
      finish_time: seconds(endedAt),
      progress: `${Math.floor(share * 100)}%`,
      properties: { input: clipOf(telling).prompt, upstream_model_name: 'kling-v2' },
      data: {},
    },
  };
}

function kling(telling: Telling): object {
  const { id, createdAt, now } = telling;
  const videos = isReady(telling) ? [{ id: '1', url: filmOf(telling), duration: String(clipOf(telling).seconds) }] : [];
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

function dashScope(telling: Telling): object {
  const clip = clipOf(telling);
  const time = (ms: number): string => new Date(ms + 8 * 3_600_000).toISOString().replace('T', ' ').replace('Z', '');
  return {
    request_id: 'demo',
    output: {
      task_id: telling.id,
      task_status: word(telling, ['PENDING', 'RUNNING', 'SUCCEEDED', 'FAILED', 'CANCELED']),
      submit_time: time(telling.createdAt),
      ...(telling.endedAt ? { end_time: time(telling.endedAt) } : {}),
      ...(isReady(telling) ? { video_url: filmOf(telling) } : {}),
      orig_prompt: clip.prompt,
      ...(telling.plan.enhances ? { actual_prompt: clip.enhanced } : {}),
      ...reason(telling),
    },
  };
}

function runwayLike(telling: Telling): object {
  const { moment } = telling;
  return {
    ...openAiWithLink(telling),
    model: 'seedance_2',
    progress: moment.phase === 'waiting' || moment.share === null ? null : Math.floor(moment.share * 100),
  };
}
