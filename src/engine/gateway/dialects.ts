/**
 * Where services put the result; what was asked for is in `dialects-asked.ts`, failures in `dialects-failure.ts`. To teach the reader a new field, add its path to the table here and one answer to
 * `fixtures/`. Paths are tried top to bottom on each layer of the answer (see `layers.ts`), outermost first;
 * case, `_` and `-` in names do not matter; arrays on the way are looked into.
 */
/** All names below all parents, parents first. */
export const under = (parents: readonly string[], names: readonly string[]): string[] =>
  parents.flatMap((parent) => names.map((name) => `${parent}.${name}`));

/** Objects that only wrap the answer. `data` as an array is a list of tasks and is left alone. */
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
  // kie.ai writes this one as JSON text
  'result_json',
  'resp_data',
];

export const STATUS_FIELDS = ['status', 'task_status', 'state', 'task_state', 'job_status'];

/** The word beside a status that is a number. */
export const STATUS_LABEL_FIELDS = [
  'status_label',
  'status_text',
  'status_name',
  'status_str',
  'status_desc',
  'status_word',
  'state_label',
  'state_name',
];

/** A task's own id. `id` counts when it is text: new-api's numeric one is a row of its table. */
export const ID_FIELDS = [
  'task_id',
  'video_id',
  'job_id',
  'generation_id',
  'prediction_id',
  'operation_name',
  'uuid',
];

export const VIDEO_PATHS = [
  'video_url',
  'detail.upsample_video_url',
  'detail.url',
  'detail.video_url',
  'detail.draft_info.downloadable_url',
  'detail.draft_info.url',
  'detail.draft_info.encodings.source.path',
  'detail.draft_info.encodings.source_wm.path',
  'detail.draft_info.encodings.md.path',
  'detail.output.media_url',
  'url',
  'result_url',
  'download_url',
  'output_url',
  'metadata.url',
  'video',
  'unsigned_urls',
  'urls',
  'outputs',
  'output',
  'content',
  'response.videos',
  'task_result',
  'creations',
  'data',
  'works',
  'videos',
  'video_urls',
  'video_result',
  'result_urls',
  'result_video_url',
  'results',
  'result',
  'assets',
  'artifacts',
  'generations',
  'generated_samples',
  'generated_videos',
  'file',
  'file_url',
  'file_infos',
  'media_url',
  'mp4_url',
  'detail.generations',
  'detail.pending_info.generations',
];

/** What a video object calls its link; containers may hold another object under these. */
export const LINK_FIELDS = [
  'upsample_video_url',
  'video_url',
  'url',
  'video',
  'videos',
  'download_url',
  'downloadable_url',
  'media_url',
  'result_url',
  'file_url',
  'uri',
  'resource_without_watermark',
  'resource',
  'raw',
];

/** Older new-api puts the link into `fail_reason`, Agnes into `remixed_from_video_id`; otherwise they hold words or ids. */
export const LAST_VIDEO_PATHS = ['fail_reason', 'remixed_from_video_id'];

export const THUMBNAIL_NAMES = [
  'thumbnail_url',
  'thumbnail',
  'thumb_url',
  'cover_url',
  'cover_image_url',
  'cover',
  'poster_url',
  'poster',
];
export const THUMBNAIL_PATHS = [
  ...THUMBNAIL_NAMES,
  'detail.thumbnail_url',
  'detail.draft_info.encodings.thumbnail.path',
  ...under(
    ['creations', 'videos', 'video_result', 'task_result.videos', 'works', 'results', 'assets'],
    THUMBNAIL_NAMES,
  ),
  'works.cover.resource',
  'detail.gif_url',
];

/** The number by which to multiply goes with the name of the field, never with the value. */
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
} as const satisfies Record<string, number>;

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
];
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
];
export const EXPIRES_PATHS = [
  'expires_at',
  'expire_at',
  'expire_time',
  'expired_at',
  'video.expires_at',
  'videos.expires_at',
];
export const UPDATED_PATHS = [
  'status_update_time',
  'updated_at',
  'update_time',
  'detail.status_update_time',
];

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
    'eta_seconds',
  ],
  message: ['queue_status_message', 'detail.pending_info.queue_status_message', 'queue_message'],
} as const;
