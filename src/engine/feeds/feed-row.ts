import { cleanText } from '~/core/clean-text';
import { boundedColumns, PASTED_LIMITS } from '~/core/tracked';
import { maskKeys } from '~/engine/gateway/clean-message';
import { isListedId } from '~/engine/gateway/listed-id';

import type { FeedRecord } from './json-records';
import type { FeedRow } from './read-feed';

/** The longest name, in characters. */
const MAX_NAME = 200;

/** What columns are called, the surest words first. */
const IDS = [
  /^(?:task|job|任务|作业)[ _-]?(?:id|uuid|编号|号)$/iu,
  /^(?:video|generation|prediction|operation|视频|生成)[ _-]?(?:id|uuid|编号|号)$/iu,
  /^(?:id|uuid|编号)$/iu,
];
const NAMES = [/^(?:name|名称?|名字|片名)$/iu, /^(?:title|标题)$/iu, /^(?:label|标签)$/iu];
const SHOTS = [
  /^(?:shot|镜头|镜号|分镜|鏡頭|鏡號|分鏡|カット|ショット|컷|샷|plano|einstellung)(?:[ _-]?(?:id|no\.?|nr\.?|number|número|编号|編號|号|號|番号|번호))?$/iu,
];
/** Never taken, whatever they hold. */
const SECRETS =
  /pass(?:word|wd|code|phrase)|api[ _-]?key|(?<![a-z])(?:key|pwd|secret|token|credential|cookie|authorization|bearer)s?(?![a-z])|密码|口令|密钥|秘钥|令牌|凭证/iu;

/** Reads records whose cells have these names; null if none of them is an id. The reader's null: no row. */
export function rowReader(
  names: ReadonlySet<string>,
): ((record: FeedRecord) => FeedRow | null) | null {
  const id = chosen(names, IDS);
  if (id === null) return null;
  const label = chosen(names, NAMES);
  const shot = chosen(names, SHOTS);
  const taken = new Set([id, label, shot]);
  return (record) => {
    const cells = new Map(record);
    const taskId = cells.get(id)?.trim() ?? '';
    if (!isListedId(taskId)) return null;
    const more = record.filter(([name]) => !taken.has(name) && !SECRETS.test(name));
    return {
      taskId,
      label: words(cells.get(label ?? ''), MAX_NAME),
      shot: words(cells.get(shot ?? ''), PASTED_LIMITS.shot),
      columns: boundedColumns(
        Object.fromEntries(
          more.flatMap(([name, cell]): [string, string][] => {
            const heading = words(name, PASTED_LIMITS.heading);
            const text = words(cell, PASTED_LIMITS.cell);
            return heading === null || text === null ? [] : [[heading, text]];
          }),
        ),
      ),
    };
  };
}

function chosen(names: ReadonlySet<string>, ways: readonly RegExp[]): string | null {
  for (const way of ways) {
    const found = [...names].find((name) => way.test(name.trim()));
    if (found !== undefined) return found;
  }
  return null;
}

/** Masked before it is cut: half a key would not look like one. */
function words(cell: string | undefined, most: number): string | null {
  const text = cell?.slice(0, most * 2).trim() ?? '';
  if (text === '') return null;
  return cleanText(MAY_HOLD_KEY.test(text) ? maskKeys(text) : text, most);
}

/** What every key has, or what stands before one: most cells have neither, and need not be searched. */
export const MAY_HOLD_KEY =
  /[A-Za-z0-9_\-.]{12}|\b(?:sk|pk|rk|ak|hf|gsk|xai|r8)[-_]|bearer|basic|key|token|secret|authorization|令牌|密钥|begin/i;
