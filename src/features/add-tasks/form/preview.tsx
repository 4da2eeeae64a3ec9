import { withWords } from '~/i18n/i18n';
import { lateCode } from '~/ui/late-code';

import { isMarked } from './pieces';
import type { Draft } from './use-draft';

/** The preview of tables and long texts. Without its code the counts still say what was found. */
export function Preview({ draft }: { draft: Draft }) {
  const { text, analysis } = draft;
  const late = useTables(analysis.tables.length > 0 || !isMarked(text, analysis.segments));
  return late && <late.PreviewTables draft={draft} />;
}

const useTables = lateCode(withWords(['add', 'asks'], async () => import('./preview-tables')));
