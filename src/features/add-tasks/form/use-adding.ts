import { useEffect, useEffectEvent, useRef } from 'react';

import type { AddInto } from '~/core/add-into';
import { BY_RELAY, type KeepKey } from '~/core/connection';
import type { ProblemWants } from '~/core/task';
import type { Batch } from '~/core/tracked';
import type { Verdict } from '~/engine/gateway/first-check';
import { newId } from '~/platform/new-id';
import { useEngine } from '~/engine/use-engine';
import { schemeOf, type Route } from '~/features/add-tasks/pairing/plan';

import type { DraftText } from './draft-text';
import type { FirstChecks } from './use-first-checks';

interface Adding {
  /** The routes whose tasks can be added now, and what stays open. */
  routes: readonly Route[];
  rest: DraftText | null;
  keep: KeepKey;
  batch: string;
  /** The group they belong to from the start. */
  into: AddInto | undefined;
  checks: FirstChecks;
  /** The last typed characters are not read yet. */
  stale: boolean;
  onAdded: (rest: DraftText | null) => void;
}

/** Adds the tasks of a form: checked first, or at once and in spite of a check. */
export function useAdding(form: Adding): { submit: () => void; submitAnyway: () => void } {
  const { routes, rest, keep, batch, into, checks, stale, onAdded } = form;
  const engine = useEngine();
  const add = async (): Promise<void> => {
    const stopped = checks.state.kind === 'stopped' ? checks.state : null;
    checks.reset();
    const name = batch.trim() === '' ? null : batch.trim();
    const together = inBatch(into?.fields.batch, name);
    for (const { address, key, tasks } of routes) {
      const { base, path } = address;
      if (path !== null) engine.setLookUpPath(base, path);
      const team = key.kind === 'team';
      const secrets = key.kind === 'pasted' ? key.secrets : [];
      await engine.add({
        base,
        keys: team ? [BY_RELAY] : secrets.map(({ apiKey }) => apiKey),
        keep: team ? 'device' : keep,
        scheme: schemeOf(key),
        tasks: tasks.map((task) => inGroup(task, into)),
        batch: together,
        wants: stopped?.base === base ? WANTS[stopped.verdict] : undefined,
      });
    }
    onAdded(rest);
  };
  const submit = async (): Promise<void> => {
    if (checks.state.kind === 'checking') return;
    if (await checks.run(routes.filter(needsCheck))) await add();
  };
  const proceed = (how: 'add' | 'anyway'): void => {
    if (routes.length > 0) void (how === 'add' ? submit() : add());
  };
  /** Pressed while half an id was typed, the other half is waited for. */
  const pressed = useRef<'add' | 'anyway' | null>(null);
  const onRead = useEffectEvent((): void => {
    if (pressed.current) proceed(pressed.current);
    pressed.current = null;
  });
  useEffect(() => {
    if (!stale) onRead();
  }, [stale]);
  const press = (how: 'add' | 'anyway'): void => {
    if (stale) pressed.current = how;
    else proceed(how);
  };
  return { submit: () => press('add'), submitAnyway: () => press('anyway') };
}

/** A group's batch, unless the person has called it something else by now. */
function inBatch(batch: Batch | null | undefined, name: string | null): Batch {
  return batch?.name === name ? batch : { id: newId(), name };
}

/** What the group says of its tasks goes before what the text says. */
function inGroup(task: Route['tasks'][number], into: AddInto | undefined): typeof task {
  const { shot, columns } = into?.fields ?? {};
  return { ...task, shot: shot ?? task.shot, columns: { ...task.columns, ...columns } };
}

/** What only a check can tell: to a look-up, it all looks as if there were no network. */
const WANTS: Partial<Record<Verdict, ProblemWants>> = {
  cors: 'relay',
  mixed_content: 'secure-address',
};

/** No check is needed if this browser has a working key, unless the look-up path changes. */
function needsCheck({ key, address }: Route): boolean {
  return key.kind !== 'known' || address.path !== null;
}
