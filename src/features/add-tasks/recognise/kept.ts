import { learnt } from '~/features/add-tasks/recognise/words/learnt';
import { PASTED_LIMITS } from '~/core/tracked';
import { isSecretHeading, type Columns } from '~/features/add-tasks/recognise/tables/columns';
import type { Cell } from '~/features/add-tasks/recognise/tables/grid';
import type { Segment } from './analysis';

/** What opens something: signed links, and passwords told by name. */
const SECRET =
  /[?&](?:x-amz-[a-z-]+|signature|sig|token|access_token|api_?key|key|auth|expires|ossaccesskeyid)=|(?:pass(?:word|wd|code)?|pwd|secret|token|api[ _-]?key|密码|口令|密钥|秘钥|令牌|验证码|提取码)(?:\s{0,3}[:：=是]|\s{1,3}(?:is\s)?\S{0,60}\d)|\bBearer\s|-----BEGIN/i;

/** The other cells of a row by heading: never one that holds a key, or that may open something. */
export function cellsToKeep(
  { head, roles }: Pick<Columns, 'head' | 'roles'>,
  cells: readonly (Cell | undefined)[],
  finds: readonly (readonly Segment[])[],
): Record<string, string> {
  const kept: [string, string][] = [];
  for (const [at, cell] of cells.entries()) {
    const name = head[at];
    const role = roles[at];
    if (role !== 'keep' && role !== 'client' && role !== 'note') continue;
    if (!cell || cell.text === '' || name === undefined || kept.length >= PASTED_LIMITS.columns)
      continue;
    const hidden = finds[at]?.some(({ kind }) => kind === 'key' || kind === 'doubt') ?? false;
    if (
      hidden ||
      isSecretHeading(name) ||
      SECRET.test(cell.text) ||
      learnt.words.tellsPassword(cell.text)
    )
      continue;
    kept.push([name, cell.text.slice(0, PASTED_LIMITS.cell)]);
  }
  return Object.fromEntries(kept);
}
