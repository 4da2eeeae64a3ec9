import type { TaskState } from '~/core/task';

const set = (words: string): ReadonlySet<string> => new Set(words.match(/\S+/g));

/** Parts that end a word of failure. As another part they tell about a try, a check or a stage. */
const FAILED =
  set(`fail failed failure unsuccessful error errored rejected refused denied expired timeout timedout
  killed crashed crash exited exit aborted abort terminated quarantined blocked moderated flagged detected
  violated violation banned nsfw unsafe lost exception fatal exhausted evicted abandoned interrupted
  overdue invalid oom letter panicked filtered censored prohibited declined corrupted dropped discarded
  violates refunded unsuccessfully`);
/** Parts that end a word of success, if all the others name the whole and not one stage. */
const DONE = set(
  'completed complete success successful successfully succeeded succeed finished finish done ready published',
);
const WHOLE =
  set(`video generation job task render rendering process processing workflow pipeline export all fully run
  execution request order final finally batch is was and now completed finished done generated successfully
  succeeded success`);
/** What is done to the file; the end if there is one. */
const DONE_WITH_VIDEO =
  set(`complete generated rendered processed exported uploaded encoded delivered
  stored saved ended closed available`);
/** Stages of veo that sound like the end. */
const STAGES = set('video_generation_completed video_upsampling_completed');
const CANCELLED = set('cancelled canceled cancel cancellation stopped');
/** A step that is under way, whatever it is about. */
const UNDER_WAY =
  set(`retry retrying retried after before until from checking check handling recovering
  cancelling canceling requested for no not non without correcting correction`);
const QUEUED =
  set(`queued queue queueing queuing pending waiting awaiting enqueued scheduled delayed
  inqueue backlog backlogged planned init initial initializing initialising starting preparing creating`);
/** What may follow the word that counts. */
const TRAILING = set(`permanently finally final terminal permanent fatal unexpectedly internally
  moderation safety validation policy`);

/** What the parts of a status word say; null if nothing. `plain` is written with `_`, and may be Chinese. */
export function stateByParts(plain: string, hasVideo: boolean): TaskState | null {
  const latin = plain.replaceAll(HAN, ' ');
  const chinese = latin === plain ? null : chineseState(plain.replaceAll(/[a-z\d%_\s]/g, ''));
  return chinese ?? latinState(latin.replaceAll(/^[_\s]+|[_\s]+$/g, ''), hasVideo);
}

const HAN = /[\u4E00-\u9FFF]+/g;

function latinState(plain: string, hasVideo: boolean): TaskState | null {
  // "failed: out of memory" is the word, and what it says about it.
  const head = plain.split(/[:;,(（]/)[0] ?? plain;
  const parts = partsIn(head);
  if (parts[0] === 'callback' || parts[0] === 'webhook') return 'unknown';
  const mixed = /^(?:completed|finished|succeeded|success|done)_(?:with|but)_/.test(head);
  if (mixed) return hasVideo || !/error|fail|issue|problem/.test(head) ? 'completed' : 'failed';
  const final = LACKING.test(head) ? 'failed' : finalState(parts, head, hasVideo);
  const waits = QUEUED.has(parts[0] ?? '') && final !== 'failed' && final !== 'cancelled';
  return waits ? 'queued' : final;
}

/** What is missing or too much: "face not detected", "insufficient credits". */
const LACKING =
  /^(?:insufficient|invalid|unsupported|unable_to|missing)_|_(?:exceeded|not_(?:detected|found|supported|allowed|valid|enough))$|^no_(?:credits?|balance|quota)$|^no_(?!errors?|issues?|problems?|nsfw|violations?)[a-z_]+_(?:detected|found)$/;

function finalState(parts: readonly string[], head: string, hasVideo: boolean): TaskState | null {
  const last = parts.at(-1) ?? '';
  const before = parts.slice(0, -1);
  if (STAGES.has(head)) return null;
  if (parts.some((part) => UNDER_WAY.has(part))) return 'running';
  // "rejected by moderation", "failed due to timeout"
  const blamed = partsIn(head.split(/_(?:by|due|because|at|during|in)_/)[0] ?? '').at(-1) ?? '';
  if (FAILED.has(last) || FAILED.has(blamed) || /timed?_?out$/.test(head)) return 'failed';
  if (CANCELLED.has(last) || CANCELLED.has(blamed)) return 'cancelled';
  const whole = before.every((part) => WHOLE.has(part) || (hasVideo && part.startsWith('partial')));
  if (DONE.has(last) && whole) return 'completed';
  const withVideo = hasVideo && (last === 'complete' || (whole && DONE_WITH_VIDEO.has(last)));
  return withVideo ? 'completed' : null;
}

function partsIn(word: string): string[] {
  const parts = word.split(/[^a-z\d]+/).filter((part) => part !== '');
  while (parts.length > 1 && TRAILING.has(parts.at(-1) ?? '')) parts.pop();
  return parts;
}

/** Chinese puts what counts last, too: 失败重试中 is under way, 审核未通过 is the end. */
function chineseState(plain: string): TaskState | null {
  if (/中[.。!！…]*$|^正在|重试中|正在重试|自动重试/.test(plain))
    return /(?:排队|等待|排隊|待機)中|^(?:排队|等待)/.test(plain) ? 'queued' : 'running';
  const word = plain.split(/[:：;；,，(（!！。]/)[0] ?? plain;
  return CHINESE.find(([, pattern]) => pattern.test(word))?.[0] ?? null;
}

/** The first match decides. */
const CHINESE: readonly (readonly [TaskState, RegExp])[] = [
  [
    'queued',
    /^(?:待|等待|排队|排隊|未开始|尚未开始|已提交|已创建|已排队)|(?:提交|创建|上传|排队|下单)成功$/,
  ],
  ['cancelled', /取消$|^取消|撤销$|撤回$|已删除$/],
  [
    'failed',
    /(?:失败|失敗|超时|超時|逾時|[不未](?:能)?通过|违规|拒绝|驳回|异常|異常|出错|错误|錯誤|报错|过期|失效|终止|中断|中止|封禁|拦截|崩溃|退款)了?$|^失败/,
  ],
  ['running', /^[未不没]|尚未|还未|还没/],
  ['completed', /(?:成功|完成|完毕|完了|已发布|已生成|已结束|已出片|就绪)了?$/],
];
