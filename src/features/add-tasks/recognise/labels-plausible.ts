import { TAKES } from './shapes';

/** The longest name accepted, in characters. */
const LONGEST = 80;
/** Words that name fields and states rather than takes. */
const NO_NAME =
  /^(?:.*(?<![a-z])ids?|tasks?|videos?|keys?|api.*|status|state|model|queued|running|pending|processing|in_progress|completed|succeeded|success|failed|failure|done|error|info|warn|debug|密钥|任务.*|视频.*|排队.*|完成|已完成|生成中|失败|状态|地址|address|base.*|url|null|true|false|bearer|authorization|ok|thanks?.*|thx|please|pls|谢谢|好的|curl.*)$/i;

const TAKE = new RegExp(`^(?:${TAKES}|s\\d{1,3}e)[_.-]?\\d{1,4}$`, 'i');

/** The text as a task's name, or null if it is more likely something else. */
export function plausible(name: string): string | null {
  const trimmed = name.trim();
  if (TAKE.test(trimmed)) return trimmed;
  const isName = /\p{L}{2}/u.test(trimmed) && trimmed.length <= LONGEST && !NO_NAME.test(trimmed);
  const isPiece = /\s{3}|[:：=]/.test(trimmed);
  const isCode = /^(?:[\w.:-]*\d[\w.:-]*|\w+_\w+)$/.test(trimmed) || /^\[?\d{4}-\d\d/.test(trimmed);
  return isName && !isCode && !isPiece ? trimmed : null;
}
