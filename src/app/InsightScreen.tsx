import { readPastAhead } from '~/engine/use-insight';
import { filterWords } from '~/features/find/filter-words';
import { useNamedBy } from '~/features/find/use-named-by';
import { Insight } from '~/features/insight/insight';
import { USUAL_SPAN } from '~/features/insight/insight-filter';
import { useT } from '~/i18n/use-t';

/** The pictures, with the board's filters in the words that they have there. */
export function InsightScreen() {
  const t = useT();
  const by = useNamedBy();
  return <Insight nameFilter={(name, value) => filterWords(name, value, by, t)} />;
}

/** Reads what the pictures will be made of if nothing else is chosen. */
export function readAhead(): void {
  readPastAhead(USUAL_SPAN);
}
