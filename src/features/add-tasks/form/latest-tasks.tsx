import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';

import { refKey } from '~/core/answer';
import { firstWords, shortId } from '~/core/title';
import { isTerminal, type Task, type TaskState } from '~/core/task';
import type { Route } from '~/features/add-tasks/pairing/plan';
import { formatMoment, formatTime } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { pillOf, type Face } from '~/task-view/words/face';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/checkbox';
import { Pill } from '~/ui/pill';

import { keyAlone } from './key-alone';
import type { AddForm } from './use-add-form';
import { useLatestTasks, type LatestTasks as Latest } from './use-latest-tasks';

/** In an object, for a component by itself would be called. */
export const latestTasks = { LatestTasks };

/** What a key has made lately, as its service lists it: shown first, added when chosen. */
function LatestTasks({ form, route }: { form: AddForm; route: Route }) {
  const t = useT();
  const { base } = route.address;
  const [follows, setFollows] = useState(false);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const choose = (ids: readonly string[], isChosen: boolean): void =>
    setChosen((before) => {
      const others = [...before].filter((id) => !ids.includes(id));
      return new Set(isChosen ? [...others, ...ids] : others);
    });
  // What still runs is chosen from the start: it is what one wants to watch.
  const latest = useLatestTasks(route, follows, (found) => {
    const running = found.filter(([, { state }]) => !isTerminal(state)).map(([id]) => id);
    if (running.length > 0) choose(running, true);
  });
  const { tasks, isAsking, trouble } = latest;
  const hasList = tasks !== null;
  const service = form.nameOf(base);
  const words = trouble && t(troubleWords(trouble, base), { service });
  const isFresh = (taskId: string): boolean => !form.known.tracked.has(refKey({ base, taskId }));
  const onChosen = useEffectEvent((ids: ReadonlySet<string>) =>
    form.setListed({
      of: keyAlone(route),
      tasks: [...ids]
        .filter(isFresh)
        .map((taskId) => ({ taskId, label: null, shot: null, columns: {} })),
    }),
  );
  useEffect(() => {
    if (hasList) onChosen(chosen);
  }, [chosen, hasList]);
  const section = useRef<HTMLElement>(null);
  // The button that was pressed is gone.
  useEffect(() => {
    if (hasList && document.activeElement === document.body)
      section.current?.querySelector<HTMLElement>('input:enabled')?.focus();
  }, [hasList]);
  return (
    <section
      ref={section}
      aria-label={t('latest.title', { service, key: keyOf(form, route) })}
      className="border-t border-line px-5 py-3.5"
    >
      {tasks ? (
        <>
          <h3 className="mb-2 font-semibold wrap-anywhere">
            {t('latest.title', { service, key: keyOf(form, route) })}
          </h3>
          {tasks.size === 0 ? (
            <p className="text-ink-2">{t('latest.empty')}</p>
          ) : (
            <Chooser
              latest={latest}
              tasks={tasks}
              isFresh={isFresh}
              chosen={chosen}
              choose={choose}
            />
          )}
          <div className="mt-2 flex flex-wrap items-center gap-x-4 gap-y-2 text-ink-2">
            <Follow follows={follows} onChange={setFollows} />
            <span className="text-small">
              {t('latest.lookedAt', { time: formatTime(latest.at) })}
            </span>
          </div>
        </>
      ) : (
        <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
          <Button aria-disabled={isAsking} onClick={latest.ask}>
            {t(trouble ? 'latest.again' : 'latest.see')}
          </Button>
          {words ? null : (
            <span className="min-w-0 flex-1 basis-60 text-ink-2 wrap-anywhere">
              {t(isAsking ? 'latest.asking' : 'latest.why', { service })}
            </span>
          )}
        </div>
      )}
      <p role="status" className="text-ink-2 wrap-anywhere not-empty:mt-2">
        {words}
      </p>
    </section>
  );
}

function Chooser({
  latest,
  tasks,
  isFresh,
  chosen,
  choose,
}: {
  latest: Latest;
  tasks: ReadonlyMap<string, Task>;
  /** It is not on the board. */
  isFresh: (id: string) => boolean;
  chosen: ReadonlySet<string>;
  choose: (ids: readonly string[], isChosen: boolean) => void;
}) {
  const t = useT();
  const fresh = [...tasks.keys()].filter(isFresh);
  const some = fresh.filter((id) => chosen.has(id)).length;
  return (
    <>
      <ul className="max-h-80 overflow-y-auto rounded-control border border-line">
        {[...tasks].map(([id, task]) => (
          <Row
            key={id}
            id={id}
            task={task}
            isKnown={!fresh.includes(id)}
            isChosen={chosen.has(id)}
            at={latest.at}
            onChoose={(isChosen) => choose([id], isChosen)}
          />
        ))}
      </ul>
      <div className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <label className="flex cursor-pointer items-center gap-2.5">
          <Checkbox
            label={t('latest.all', { n: fresh.length })}
            checked={fresh.length > 0 && some === fresh.length}
            mixed={some > 0 && some < fresh.length}
            disabled={fresh.length === 0}
            onClick={() => choose(fresh, some < fresh.length)}
          />
          <span aria-hidden="true">{t('latest.all', { n: fresh.length })}</span>
        </label>
        {latest.hasMore ? (
          <Button variant="quiet" aria-disabled={latest.isAsking} onClick={latest.askMore}>
            {t('latest.more')}
          </Button>
        ) : null}
      </div>
    </>
  );
}

function Row({
  id,
  task,
  isKnown,
  isChosen,
  at,
  onChoose,
}: {
  id: string;
  task: Task;
  isKnown: boolean;
  isChosen: boolean;
  /** When it was listed, in epoch ms. */
  at: number;
  onChoose: (isChosen: boolean) => void;
}) {
  const t = useT();
  const name = firstWords(task.prompt ?? '') || shortId(id);
  const { tone, word } = pillOf(FACES[task.state], null);
  return (
    <li className="border-line not-first:border-t">
      <label className="flex min-h-11 cursor-pointer items-center gap-3 px-3 py-2">
        <Checkbox
          label={t('latest.choose', { name })}
          checked={isKnown || isChosen}
          disabled={isKnown}
          onClick={() => onChoose(!isChosen)}
        />
        <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
          <span className="min-w-0 flex-1 truncate max-sm:basis-full" title={id}>
            {name}
          </span>
          {isKnown ? <span className="text-small text-ink-2">{t('latest.onBoard')}</span> : null}
          {task.createdAt === null ? null : (
            <span className="flex-none text-small text-ink-2 digits">
              {formatMoment(task.createdAt, at)}
            </span>
          )}
          <Pill tone={tone}>{t(word)}</Pill>
        </span>
      </label>
    </li>
  );
}

const FACES = {
  queued: 'waiting',
  running: 'running',
  completed: 'ready',
  failed: 'failed',
  cancelled: 'cancelled',
  unknown: 'unclear',
} as const satisfies Record<TaskState, Face>;

function Follow({ follows, onChange }: { follows: boolean; onChange: (follows: boolean) => void }) {
  const t = useT();
  const id = useId();
  return (
    <span className="flex items-center gap-2.5">
      <Checkbox
        id={id}
        label={t('latest.follow')}
        checked={follows}
        onClick={() => onChange(!follows)}
      />
      <label htmlFor={id} aria-hidden="true" className="cursor-pointer">
        {t('latest.follow')}
      </label>
    </span>
  );
}

function troubleWords(trouble: NonNullable<Latest['trouble']>, base: string) {
  if (trouble.kind === 'limited') return 'latest.limited';
  if (trouble.why) return `latest.${trouble.why}` as const;
  // Its host may let no lists through.
  return base.startsWith(new URL('relay/', document.baseURI).href)
    ? 'latest.noneHere'
    : 'latest.none';
}

function keyOf(form: AddForm, { key }: Route): string {
  if (key.kind === 'known') return key.hint;
  return key.kind === 'pasted' ? form.maskOf(key.secrets[0]?.apiKey ?? '') : '';
}
