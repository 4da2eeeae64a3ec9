import { useEffect, useState, type ComponentType } from 'react';

import { isMarked } from './pieces';
import type { Draft } from './use-draft';

/** The preview of tables and long texts. Its code is loaded with the first text that needs one. */
export function Preview({ draft }: { draft: Draft }) {
  const { text, analysis } = draft;
  const [Tables, setTables] = useState<ComponentType<{ draft: Draft }> | null>(null);
  const wanted = analysis.tables.length > 0 || !isMarked(text, analysis.segments);
  useEffect(() => {
    if (!wanted || Tables) return;
    import('./preview-tables').then(
      (loaded) => setTables(() => loaded.PreviewTables),
      // Without it the counts still say what was found; the next change tries again.
      () => undefined,
    );
  }, [wanted, Tables]);
  return wanted && Tables ? <Tables draft={draft} /> : null;
}
