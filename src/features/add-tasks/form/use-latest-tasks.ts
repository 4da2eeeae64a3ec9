import { useEffect, useEffectEvent, useRef, useState } from 'react';

import type { Task } from '~/core/task';
import { useEngine } from '~/engine/use-engine';
import { schemeOf, type Route } from '~/features/add-tasks/pairing/plan';

/** At most so often a list is asked for again by itself, in ms. */
const EVERY = 30_000;

type List = Awaited<ReturnType<ReturnType<typeof useEngine>['latestTasks']>>;
type Cursor = Extract<List, { kind: 'list' }>['next'];

/** What is known of the list of a key's tasks. */
export interface LatestTasks {
  /** By id, the latest first; null as long as nothing came. */
  tasks: ReadonlyMap<string, Task> | null;
  isAsking: boolean;
  /** Why nothing came the last time. */
  trouble: Exclude<List, { kind: 'list' }> | null;
  /** Epoch ms of the last answer. */
  at: number;
  /** There are older ones. */
  hasMore: boolean;
  ask: () => void;
  askMore: () => void;
}

/**
 * Asks for the latest tasks of a route's key: when the person says so, and, while `follows`, again and again as long as
 * the page is looked at. `onFresh` gets those that were not there before.
 */
export function useLatestTasks(
  route: Route,
  follows: boolean,
  onFresh: (found: readonly (readonly [id: string, task: Task])[]) => void,
): LatestTasks {
  const engine = useEngine();
  const [tasks, setTasks] = useState<LatestTasks['tasks']>(null);
  const [state, setState] = useState<Pick<LatestTasks, 'isAsking' | 'trouble' | 'at'>>({
    isAsking: false,
    trouble: null,
    at: 0,
  });
  const [next, setNext] = useState<Cursor>(null);
  const ended = useRef<AbortController | null>(null);
  useEffect(() => {
    const mine = new AbortController();
    ended.current = mine;
    return () => mine.abort();
  }, []);

  const take = (list: Extract<List, { kind: 'list' }>, cursor: Cursor): void => {
    const found = new Map(list.tasks);
    onFresh([...found].filter(([id]) => !tasks?.has(id)));
    setTasks((before) => {
      const older = before ?? new Map<string, Task>();
      return cursor === null ? merged(found, older) : new Map([...older, ...found]);
    });
    // What was shown of older ones stays.
    if (cursor !== null || tasks === null) setNext(list.next);
  };
  const ask = async (cursor: Cursor): Promise<void> => {
    const { signal } = ended.current ?? {};
    if (!signal || signal.aborted || state.isAsking) return;
    setState((before) => ({ ...before, isAsking: true }));
    const { key, address } = route;
    const apiKey = key.kind === 'pasted' ? (key.secrets[0]?.apiKey ?? null) : null;
    const request = { ...address, apiKey, scheme: schemeOf(key), cursor };
    const list = await engine.latestTasks(request, signal).catch((): List => ({ kind: 'none' }));
    if (signal.aborted) return;
    if (list.kind === 'list') take(list, cursor);
    const trouble = list.kind === 'list' ? null : list;
    setState({ isAsking: false, trouble, at: Date.now() });
  };
  const onTurn = useEffectEvent(() => {
    const { online, paused } = engine.status.getState();
    if (document.visibilityState === 'visible' && online && !paused) void ask(null);
  });
  useEffect(() => {
    if (!follows) return;
    const timer = setInterval(onTurn, EVERY);
    return () => clearInterval(timer);
  }, [follows]);

  return {
    ...state,
    tasks,
    hasMore: next !== null,
    ask: () => void ask(null),
    askMore: () => void ask(next),
  };
}

/** New ones first; the others where they were, as they are now. */
function merged(
  found: ReadonlyMap<string, Task>,
  older: ReadonlyMap<string, Task>,
): ReadonlyMap<string, Task> {
  const fresh = [...found].filter(([id]) => !older.has(id));
  return new Map([
    ...fresh,
    ...[...older].map(([id, task]) => [id, found.get(id) ?? task] as const),
  ]);
}
