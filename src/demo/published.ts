/** Two published examples, verbatim, under their own ids. Their links lead to hosts that the demo does not run. */
export const PUBLISHED: Readonly<Record<string, string>> = {
  'sora-2:task_01k6x15vhrff09dkkqjrzwhm60': `{
  "id": "sora-2:task_01k6x15vhrff09dkkqjrzwhm60",
  "detail": {
    "id": "task_01k6x15vhrff09dkkqjrzwhm60",
    "input": {
      "size": "small",
      "model": "sy_ore",
      "images": [
        "https://filesystem.site/cdn/20250612/VfgB5ubjInVt8sG6rzMppxnu7gEfde.png",
        "https://filesystem.site/cdn/20250612/998IGmUiM2koBGZM3UnZeImbPBNIUL.png"
      ],
      "prompt": "make animate",
      "orientation": "portrait"
    },
    "status": "pending",
    "pending_info": {
      "id": "task_01k6x15vhrff09dkkqjrzwhm60",
      "seed": null,
      "type": "video_gen",
      "user": "user-a1sGDUIOXV32hNITe59LEkHa",
      "model": "sy_8",
      "title": "New Video",
      "width": 352,
      "height": 640,
      "prompt": "make animate",
      "sdedit": null,
      "status": "processing",
      "actions": null,
      "guidance": null,
      "n_frames": 450,
      "priority": 2,
      "operation": "simple_compose",
      "preset_id": null,
      "created_at": "2025-10-06T15:10:26.875729Z",
      "n_variants": 1,
      "project_id": null,
      "request_id": null,
      "generations": [],
      "tracking_id": null,
      "progress_pct": 0.9302178175176704,
      "remix_config": null,
      "inpaint_items": [
        {
          "type": "image",
          "preset_id": null,
          "crop_bounds": null,
          "frame_index": 0,
          "cameo_file_id": null,
          "generation_id": null,
          "upload_media_id": "media_01k6x15tnzezbst05sth2qgd8r",
          "source_end_frame": 0,
          "uploaded_file_id": null,
          "source_start_frame": 0
        },
        {
          "type": "image",
          "preset_id": null,
          "crop_bounds": null,
          "frame_index": 0,
          "cameo_file_id": null,
          "generation_id": null,
          "upload_media_id": "media_01k6x15tzafwztz74t018v3enw",
          "source_end_frame": 0,
          "uploaded_file_id": null,
          "source_start_frame": 0
        }
      ],
      "interpolation": null,
      "is_storyboard": null,
      "failure_reason": null,
      "organization_id": null,
      "moderation_result": {
        "code": null,
        "type": "passed",
        "task_id": "task_01k6x15vhrff09dkkqjrzwhm60",
        "is_output_rejection": false,
        "results_by_frame_index": {}
      },
      "needs_user_review": false,
      "queue_status_message": null,
      "progress_pos_in_queue": null,
      "num_unsafe_generations": 0,
      "estimated_queue_wait_time": null
    }
  },
  "status": "pending",
  "status_update_time": 1759763621142
}`,
  'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980': `{
  "id": "video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980",
  "size": "1280x720",
  "model": "sora-2",
  "object": "video",
  "status": "completed",
  "seconds": "10",
  "progress": 100,
  "video_url": "https://midjourney-plus.oss-us-west-1.aliyuncs.com/sora/cc4fb429-22a5-4747-a6f9-a6badccf8f42.mp4",
  "created_at": 1761622232,
  "completed_at": 1761622385
}`,
};
