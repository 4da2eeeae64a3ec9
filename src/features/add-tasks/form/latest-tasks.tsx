import { useId, useState } from 'react';

import { refKey } from '~/core/answer';
import { firstWords, shortId } from '~/core/title';
import type { Task, TaskState } from '~/core/task';
import type { Route } from '~/features/add-tasks/pairing/plan';
import { formatMoment, formatTime } from '~/i18n/format';
import { useT } from '~/i18n/use-t';
import { pillOf, type Face } from '~/task-view/words/face';
import { Button } from '~/ui/button';
import { Checkbox } from '~/ui/checkbox';
import { Pill } from '~/ui/pill';

import type { AddForm } from './use-add-form';
import { useLatestTasks, type LatestTasks as Latest } from './use-latest-tasks';

/** In an object, for a component by itself would be called. */
export const latestTasks = { LatestTasks };

/** What a key has made lately, as its service lists it: shown first, added when chosen. */
function LatestTasks({ form, route }: { form: AddForm; route: Route }) {
  const t = useT();
  const [follows, setFollows] = useState(false);
  const latest = useLatestTasks(route, follows);
  const { tasks, isAsking, trouble } = latest;
  const service = form.nameOf(route.address.base);
  const words = trouble && t(troubleWords(trouble, route.address.base), { service });
  return (
    <section
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
            <Chooser form={form} route={route} latest={latest} tasks={tasks} />
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
  form,
  route,
  latest,
  tasks,
}: {
  form: AddForm;
  route: Route;
  latest: Latest;
  tasks: ReadonlyMap<string, Task>;
}) {
  const t = useT();
  const { base } = route.address;
  const fresh = [...tasks.keys()].filter(
    (id) => !form.known.tracked.has(refKey({ base, taskId: id })),
  );
  const chosen = fresh.filter((id) => latest.chosen.has(id));
  const add = (): void => {
    const wanted = chosen.map((taskId) => ({ taskId, label: null, shot: null, columns: {} }));
    if (wanted.length > 0) form.addListed({ ...route, tasks: wanted });
  };
  return (
    <>
      <ul className="max-h-80 overflow-y-auto rounded-control border border-line">
        {[...tasks].map(([id, task]) => (
          <Row
            key={id}
            id={id}
            task={task}
            isKnown={!fresh.includes(id)}
            isChosen={latest.chosen.has(id)}
            at={latest.at}
            onChoose={(isChosen) => latest.choose([id], isChosen)}
          />
        ))}
      </ul>
      <div className="mt-2.5 flex flex-wrap items-center gap-x-4 gap-y-2">
        <label className="flex cursor-pointer items-center gap-2.5">
          <Checkbox
            label={t('latest.all', { n: fresh.length })}
            checked={fresh.length > 0 && chosen.length === fresh.length}
            mixed={chosen.length > 0 && chosen.length < fresh.length}
            disabled={fresh.length === 0}
            onClick={() => latest.choose(fresh, chosen.length < fresh.length)}
          />
          <span aria-hidden="true">{t('latest.all', { n: fresh.length })}</span>
        </label>
        {latest.hasMore ? (
          <Button variant="quiet" aria-disabled={latest.isAsking} onClick={latest.askMore}>
            {t('latest.more')}
          </Button>
        ) : null}
        <Button
          variant="primary"
          className="ml-auto max-sm:w-full"
          disabled={chosen.length === 0}
          onClick={add}
        >
          {t('latest.add', { n: chosen.length })}
        </Button>
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
      <label className="flex cursor-pointer items-center gap-3 px-3 py-2">
        <Checkbox
          label={t('latest.choose', { name })}
          checked={isKnown || isChosen}
          disabled={isKnown}
          onClick={() => onChoose(!isChosen)}
        />
        <span className="min-w-0 flex-1 truncate" title={id}>
          {name}
        </span>
        {isKnown ? <span className="text-small text-ink-2">{t('latest.onBoard')}</span> : null}
        {task.createdAt === null ? null : (
          <span className="flex-none text-small text-ink-2 digits">
            {formatMoment(task.createdAt, at)}
          </span>
        )}
        <Pill tone={tone}>{t(word)}</Pill>
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
