import type { Segment } from '~/features/add-tasks/recognise/analysis';
import { shortId } from '~/core/title';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Pill } from '~/ui/pill';

import { MAX_BOX } from './draft-text';
import type { AddForm } from './use-add-form';

/** How many possible ids are offered; the rest are only counted. */
const OFFERED = 6;

/** What was found in the text: counts, what is ignored, and possible ids that one click adds. */
export function FoundLine({ form }: { form: AddForm }) {
  const t = useT();
  const { draft } = form;
  const { segments } = draft.analysis;
  const keys = countOf(segments, 'key');
  const ids = form.count + form.waiting;
  const addresses = countOf(segments, 'address');
  const { routes, questions } = form.plan;
  const tasks = [...routes, ...questions].flatMap((one) => one.tasks);
  const shots = new Set(tasks.flatMap(({ shot }) => shot ?? []));
  const offers = maybesIn(segments);
  const nothing = keys + ids + addresses + offers.length === 0;
  const ignored = segments.some(({ kind, text }) => kind === 'other' && /[\p{L}\p{N}]/u.test(text));
  const add = (values: readonly string[]): void =>
    draft.correct(values.map((value) => ({ value, kind: 'id', alike: false })));
  const counts = [
    { tone: 'ok', n: keys, words: t('add.keys', { n: keys }) },
    { tone: 'run', n: addresses, words: t('add.addresses', { n: addresses }) },
    { tone: 'accent', n: ids, words: t('add.tasks', { n: ids }) },
    { tone: 'wait', n: shots.size, words: t('add.shots', { n: shots.size }) },
    { tone: 'wait', n: form.onBoard, words: t('add.known', { n: form.onBoard }) },
  ] as const;
  const found = counts.filter(({ n }) => n > 0);
  // Nothing to show yet: the placeholder says what to paste.
  const empty = nothing && form.onBoard === 0 && !draft.cut;
  return (
    <div
      className={
        empty
          ? 'sr-only'
          : 'flex flex-wrap items-center gap-x-2.5 gap-y-2 border-t border-line px-5 py-3 text-ink-2'
      }
    >
      {/* It is there before it has anything to say, else it would not be read out. */}
      <div role="status" className="contents">
        {found.map(({ tone, words }) => (
          <Pill key={words} tone={tone}>
            {words}
          </Pill>
        ))}
      </div>
      {draft.cut ? <span>{t('add.cut', { n: MAX_BOX })}</span> : null}
      {ignored ? <span>{t('add.ignored')}</span> : null}
      {offers.slice(0, OFFERED).map((taskId) => (
        <Button
          key={taskId}
          size="sm"
          icon="plus"
          className="max-w-full"
          onClick={() => add([taskId])}
        >
          <span className="truncate">{t('add.alsoTrack', { id: shortId(taskId) })}</span>
        </Button>
      ))}
      {offers.length > OFFERED ? (
        <>
          <span>{t('add.moreMaybes', { n: offers.length - OFFERED })}</span>
          <Button size="sm" icon="plus" onClick={() => add(offers)}>
            {t('add.alsoTrackAll', { n: offers.length })}
          </Button>
        </>
      ) : null}
    </div>
  );
}

function countOf(segments: readonly Segment[], kind: Segment['kind']): number {
  return new Set(segments.flatMap((one) => (one.kind === kind ? one.value : []))).size;
}

function maybesIn(segments: readonly Segment[]): string[] {
  const ids = new Set(segments.flatMap(({ kind, value }) => (kind === 'id' ? value : [])));
  const maybes = new Set(segments.flatMap(({ kind, value }) => (kind === 'maybe' ? value : [])));
  return [...maybes].filter((value) => !ids.has(value));
}
