/** Where services say why a task failed, best first. Only read on failed tasks, because the texts go stale. */
export const FAILURE_PATHS = [
  'error',
  'detail.error',
  'detail.draft_info.reason_str',
  'detail.draft_info.markdown_reason_str',
  'detail.pending_info.failure_reason',
  'detail.failure_reason',
  'detail.video_generation_error',
  'detail.error_message',
  'fail_reason',
  'detail.fail_reason',
  'failure_reason',
  'failed_reason',
  'failure_message',
  'failure',
  'fail_msg',
  'fail_message',
  'task_status_msg',
  'error_message',
  'error_msg',
  'err_msg',
  'error_description',
  'error_detail',
  'error_details',
  'rai_error_message',
  'last_error',
  'status_reason',
  'reject_reason',
  'result_message',
  'errors',
  'rai_media_filtered_reasons',
  'error_reason',
  'exception',
  'traceback',
  'exc_info',
  'status_msg',
  'status_message',
  'reason',
  'base_resp.status_msg',
];

/** Those whose name alone says that something went wrong with the task. */
export const FAILURE_NAMED_PATHS = [
  'error',
  'fail_reason',
  'failure_reason',
  'failed_reason',
  'failure_message',
  'failure',
  'fail_msg',
  'fail_message',
  'error_message',
  'error_msg',
  'err_msg',
  'error_detail',
  'last_error',
  'reject_reason',
  'error_reason',
];

/** Often just the envelope's "success", so they come last, innermost first. */
export const GENERAL_MESSAGE_PATHS = ['message', 'msg', 'detail', 'title'];

/** What error objects call their text. */
export const MESSAGE_FIELDS = [
  'message',
  'msg',
  'reason',
  'detail',
  'description',
  'error_message',
  'error_msg',
  'raw_message',
  'text',
  'title',
  'user_message',
  'error_description',
  'errmsg',
  'cause',
  'exception_message',
  'error',
];

/** Where the error code is. */
export const FAILURE_CODE_PATHS = [
  'error.code',
  'error.error_code',
  'detail.error.code',
  'failure_code',
  'fail_code',
  'err_code',
  'error_code',
  'detail.pending_info.moderation_result.code',
  'detail.draft_info.kind',
  'base_resp.status_code',
  'code',
  'error.type',
  'error.reason',
  'error_type',
];

/** What envelopes say when the look-up succeeded; they say nothing about the task. */
const FINE = new Set([
  '0',
  '200',
  '10000',
  'success',
  'succeed',
  'succeeded',
  'successful',
  'true',
  'null',
  'none',
  '成功',
  '请求成功',
  '查询成功',
  '操作成功',
  'no error',
  'no_error',
  'no errors',
  'n/a',
  'nil',
  'undefined',
  'ok',
  '无',
  '无错误',
  '正常',
]);

/** True for `0`, `200`, `"Success"`, `"OK."` and the like. */
export function isFine(value: unknown): boolean {
  if (typeof value !== 'string' && typeof value !== 'number') return value === true;
  if (String(value).length > 40) return false;
  return FINE.has(
    String(value)
      .trim()
      .toLowerCase()
      .replace(/[.!。!！]+$/, ''),
  );
}
