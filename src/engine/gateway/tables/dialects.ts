/**
 * Where services put state, progress and times; the video is in `dialects-video.ts`, the request in
 * `dialects-asked.ts`, failures in `dialects-failure.ts`. To support a new field, add its path to its table and an
 * answer to `fixtures/`. Paths are tried top to bottom on each layer of the answer (see `layers.ts`), outermost first.
 * Case, `_` and `-` in names do not matter, and arrays along a path are searched.
 */
/** Objects that only wrap the answer. `data` as an array is a list of tasks and is not unwrapped. */
export const WRAPPERS = [
  'data',
  'response',
  'output',
  'result',
  'resp',
  'task',
  'task_info',
  'job',
  'generation',
  'prediction',
  'payload',
  'video',
  'generate_video_response',
  'movie',
  'value',
  'generations_by_pk',
  // kie.ai writes this one as JSON text
  'result_json',
  'resp_data',
  // Lambda writes its answer as text
  'body',
];

/** Where the status word is. */
export const STATUS_FIELDS = [
  'status',
  'task_status',
  'state',
  'task_state',
  'job_status',
  'video_status',
  'phase',
  'render_status',
  'generation_status',
  'process_status',
  'run_status',
  'finish_status',
  'stage',
  '状态',
  '任务状态',
];

/** A task's id. `id` counts only as a string: new-api's numeric one is a database row. */
export const ID_FIELDS = [
  'task_id',
  'video_id',
  'job_id',
  'generation_id',
  'prediction_id',
  'operation_name',
  'uuid',
  'task_uuid',
  'render_id',
  'run_id',
];

/**
 * The unit depends on the field's name. Elsewhere a fraction below 1 is a share (Runway: `0.42`), and a whole number,
 * even 1, is percent.
 */
export const PROGRESS_SCALES = {
  'detail.pending_info.progress_pct': 100,
  'detail.progress_pct': 100,
  progress_pct: 100,
  progress: 1,
  percent: 1,
  percentage: 1,
  progress_percent: 1,
  progress_percentage: 1,
  'detail.progress': 1,
  'metadata.progress_percent': 1,
  percent_complete: 1,
  percent_completed: 1,
  completion_percentage: 1,
  progress_value: 1,
  progress_ratio: 100,
  'progress.percent': 1,
  'progress.percentage': 1,
  'progress.value': 1,
  'progress.progress': 1,
  'metadata.progress': 1,
  'metrics.progress': 1,
  task_progress: 1,
  render_progress: 1,
  pct: 1,
  进度: 1,
} as const satisfies Record<string, number>;

/** Where the creation time is. */
export const CREATED_PATHS = [
  'created_at',
  'created',
  'create_time',
  'created_time',
  'submit_time',
  'submitted_at',
  'detail.created_at',
  'detail.pending_info.created_at',
  'detail.draft_info.created_at',
  'meta.created_at',
  'created_date',
  'create_date',
  'creation_time',
  'created_on',
  'date_created',
  'inserted_at',
  'submission_time',
  'gmt_create',
  'metadata.created_at',
  'metadata.create_time',
  'enqueued_at',
  'queued_at',
];
/** Where the completion time is. */
export const COMPLETED_PATHS = [
  'completed_at',
  'finished_at',
  'finish_time',
  'end_time',
  'ended_at',
  'complete_time',
  'completion_time',
  'detail.completed_at',
  'meta.ended_at',
  'finished_on',
  'completed',
  'completed_on',
];
/** Where the expiry time of the video is. */
export const EXPIRES_PATHS = [
  'expires_at',
  'expire_at',
  'expire_time',
  'expired_at',
  'video.expires_at',
  'videos.expires_at',
];
/** Where the time of the last change is. */
export const UPDATED_PATHS = [
  'status_update_time',
  'updated_at',
  'update_time',
  'detail.status_update_time',
];

/** Where the queue position, wait and message are. */
export const QUEUE_PATHS = {
  position: [
    'queue_position',
    'position_in_queue',
    'detail.pending_info.progress_pos_in_queue',
    'progress_pos_in_queue',
    'queue_info.position',
    'position',
  ],
  waitSeconds: [
    'estimated_queue_wait_time',
    'detail.pending_info.estimated_queue_wait_time',
    'estimated_wait_time',
    'estimated_wait_seconds',
    'queue_info.estimated_wait_time',
    'wait_seconds',
    'estimated_time_seconds',
    'eta_seconds',
  ],
  message: ['queue_status_message', 'detail.pending_info.queue_status_message', 'queue_message'],
} as const;
