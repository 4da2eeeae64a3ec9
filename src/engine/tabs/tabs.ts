import { refKey, type Answer } from '~/core/answer';
import type { Connection, KeepKey } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';
import { openKey } from '~/engine/storage/open-key';
import type { Sealed } from '~/engine/storage/schema';
import { storedOf, trackedOf } from '~/engine/storage/tracked-row';
import type { Vault } from '~/engine/storage/vault';

import type { AuthSchemes } from '~/engine/look-ups/auth-schemes';
import type { LookUpPaths } from '~/engine/look-ups/paths';
import { reopens } from '~/engine/answers/merge-answer';
import type { Message } from './messages';
import {
  dropConnection,
  dropTasks,
  putConnection,
  putTasks,
  setKeyLoss,
  type EngineState,
} from '~/engine/state';

/** What messages from other tabs need and trigger. */
export interface TabMessageOptions {
  state: EngineState;
  vault: Vault;
  lookUpPaths: LookUpPaths;
  authSchemes: AuthSchemes;
  now: () => number;
  post: (message: Message) => void;
  /** Another tab was opened. */
  onHello: () => void;
  onBeat: () => void;
  onVisible: (tab: string, visible: boolean) => void;
  onTasks: (tasks: readonly TrackedTask[]) => void;
  onRemoved: (keys: readonly string[]) => void;
  onNewKey: (connectionId: string) => void;
  onKey: (connectionId: string) => void;
  onCheck: (keys: readonly string[]) => void;
  onScreen: (keys: readonly string[]) => void;
  onPath: (base: string) => void;
  onPaused: () => void;
}

type Handlers = { [Type in Message['type']]: (message: Extract<Message, { type: Type }>) => void };

/** Handles every message from another tab. */
export function handleTabMessages(options: TabMessageOptions): (message: Message) => void {
  const { state, vault, lookUpPaths, authSchemes, post, now } = options;
  const leading = (): boolean => state.status.getState().leading;

  const take = async (
    connection: Connection,
    sealed: Sealed | null,
    keep: KeepKey,
  ): Promise<boolean> => {
    if (connection.kind === 'team') return true;
    return sealed !== null && vault.accept(connection.id, sealed, keep);
  };

  const handlers: Handlers = {
    hello({ since }) {
      options.onHello();
      if (leading()) {
        postChanges(state, since, post);
        for (const [base, path] of lookUpPaths.known.getState().paths)
          post({ type: 'path', base, path });
        for (const [base, stored] of authSchemes.known.getState().schemes)
          post({ type: 'scheme', base, stored });
      }
      // A new tab has no keys that live in other tabs; they send theirs, sealed.
      void postKeys(state.connections.getState().connections.values(), vault, post);
      if (state.status.getState().paused) post({ type: 'paused', paused: true });
    },
    beat: () => options.onBeat(),
    answers({ answers }) {
      for (const [key, answer] of answers) {
        const task = state.tracked.getState().tasks.get(key);
        if (!task) continue;
        if (outdated(answer, state.answers.get(task), now())) continue;
        state.answers.put(task, answer);
      }
    },
    tracked({ tasks: stored, answers }) {
      const { tasks: known } = state.tracked.getState();
      const tasks = stored.map((task) => trackedOf(task, known.get(refKey(task))));
      putTasks(state, tasks, answers);
      options.onTasks(tasks);
    },
    removed({ keys }) {
      dropTasks(state, keys);
      options.onRemoved(keys);
    },
    key({ connection, sealed, keep }) {
      const { connections, needKey } = state.connections.getState();
      const before = connections.get(connection.id);
      const { id } = connection;
      const old = openKey(state, vault, id);
      const isSame = before?.hint === connection.hint;
      const news = !isSame || needKey.has(id);
      void (async () => {
        const opened = await take(connection, sealed, keep);
        // A key that cannot be sent (plain http has no encryption) may already be in this tab.
        const known = old !== null && isSame ? (needKey.get(id) ?? null) : 'missing';
        // An older build's message lacks what only newer ones know of the connection.
        putConnection(state, { ...before, ...connection }, opened ? null : known);
        if (openKey(state, vault, id) !== old) options.onNewKey(id);
        if (opened && news) options.onKey(id);
      })();
    },
    forgot({ connectionId }) {
      dropConnection(state, connectionId);
      void vault.forget(connectionId);
    },
    'need-key': ({ connectionIds }) => {
      for (const id of connectionIds) setKeyLoss(state, id, 'refused');
    },
    check: ({ keys }) => {
      if (leading()) options.onCheck(keys);
    },
    'on-screen': ({ keys }) => {
      if (leading()) options.onScreen(keys);
    },
    path({ base, path }) {
      lookUpPaths.set(base, path);
      if (leading()) options.onPath(base);
    },
    scheme: ({ base, stored }) => authSchemes.accept(base, stored),
    paused({ paused }) {
      state.status.setState({ paused });
      options.onPaused();
    },
    visible: ({ tab, visible }) => options.onVisible(tab, visible),
  };
  return (message) => {
    const handle = handlers[message.type] as (message: Message) => void;
    handle(message);
  };
}

/** Two tabs may briefly both have led: the later look-up wins, unless the clock was set back. */
function outdated(answer: Answer, known: Answer, now: number): boolean {
  if (reopens(known.task, answer.task)) return true;
  return (known.askedAt ?? 0) > (answer.askedAt ?? 0) && (known.askedAt ?? 0) <= now;
}

/** What changed while a tab was opening: after it read the storage and before it received messages. */
function postChanges(state: EngineState, since: number, post: (message: Message) => void): void {
  const all = [...state.tracked.getState().tasks.values()];
  const tasks = all.filter(({ addedAt }) => addedAt >= since);
  const answers = all
    .map((task): [string, Answer] => [refKey(task), state.answers.get(task)])
    .filter(([, { askedAt }]) => (askedAt ?? 0) >= since);
  if (tasks.length > 0) post({ type: 'tracked', tasks: tasks.map(storedOf) });
  if (answers.length > 0) post({ type: 'answers', answers });
}

/** Sends keys to other tabs. The leading tab tries one that it had marked as refused again. */
export async function postKeys(
  connections: Iterable<Connection>,
  vault: Vault,
  post: (message: Message) => void,
): Promise<void> {
  for (const connection of connections) {
    const sealed = await vault.sealed(connection.id);
    if (sealed || connection.kind === 'team')
      post({ type: 'key', connection, sealed, keep: connection.keep });
  }
}
