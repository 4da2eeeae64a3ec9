/** Where services put the video and its poster, likeliest first. Same rules as in `dialects.ts`. */
import { under } from '~/engine/gateway/reader/under';

/** Names that say the file was made; a bare `video_url` may repeat what was sent in. */
export const MADE_VIDEO_PATHS = [
  'output_video_url',
  'output_url',
  'result_video_url',
  'result_url',
  'output_video',
  'result_video',
  'output_urls',
  'output_video_urls',
  'result_urls',
  'generated_video_url',
  'output',
  'outputs',
  'result',
  'results',
  'returnvalue',
];

/** Where the video is. */
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
  'download_url',
  'metadata.url',
  'video',
  'unsigned_urls',
  'urls',
  'content',
  'response.videos',
  'task_result',
  'creations',
  'data',
  'works',
  'videos',
  'video_urls',
  'video_result',
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
  'play_url',
  'signed_url',
  'asset_url',
  'asset',
  'files',
  'media',
  'generated_images',
  'detail.generations',
  'detail.pending_info.generations',
];

/** What video objects call their link; these fields may contain another object. */
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
  'sample',
  'play_url',
  'signed_url',
  'motion_mp4_url',
];

/** Older new-api puts the link into `fail_reason`, Agnes into `remixed_from_video_id`; usually they are not links. */
export const LAST_VIDEO_PATHS = ['fail_reason', 'remixed_from_video_id'];

/** What services call the poster. */
const THUMBNAIL_NAMES = [
  'thumbnail_url',
  'thumbnail',
  'thumb_url',
  'cover_url',
  'cover_image_url',
  'cover',
  'cover_image',
  'snapshot_url',
  'preview_image_url',
  'poster_url',
  'poster',
];
/** Where the poster is. */
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
