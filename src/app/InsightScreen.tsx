import { filterWords } from '~/features/find/filter-words';
import { useNamedBy } from '~/features/find/use-named-by';
import { Insight } from '~/features/insight/insight';
import { useT } from '~/i18n/use-t';

/** The pictures, with the board's filters in the words that they have there. */
export function InsightScreen() {
  const t = useT();
  const by = useNamedBy();
  return <Insight nameFilter={(name, value) => filterWords(name, value, by, t)} />;
}
