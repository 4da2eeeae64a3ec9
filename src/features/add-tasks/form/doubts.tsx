import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { Asked } from './question-panel';
import type { AddForm } from './use-add-form';

/** More words than this are asked about one after another. */
const AT_ONCE = 3;

/** Words that may be keys: they are masked, and go nowhere until somebody says what they are. */
export function Doubts({ form: { draft, maskOf } }: { form: AddForm }) {
  const t = useT();
  const doubts = [
    ...new Set(
      draft.analysis.segments.flatMap(({ kind, value }) => (kind === 'doubt' ? value : [])),
    ),
  ];
  const say = (value: string, kind: 'key' | 'id' | 'other'): void =>
    draft.correct([{ value, kind, alike: false }]);
  return doubts.slice(0, AT_ONCE).map((value) => (
    <Asked key={value} title={t('add.keyOrTask', { word: maskOf(value) })} text={t('add.hidden')}>
      <Button size="sm" onClick={() => say(value, 'key')}>
        {t('add.choice.key')}
      </Button>
      <Button size="sm" onClick={() => say(value, 'id')}>
        {t('add.choice.task')}
      </Button>
      <Button size="sm" onClick={() => say(value, 'other')}>
        {t('add.neither')}
      </Button>
    </Asked>
  ));
}
