import { refKey, type Answer } from '~/core/answer';
import type { Connection, KeepKey } from '~/core/connection';
import { reopens } from '~/engine/answers/merge-answer';
import type { Bus } from '~/engine/bus';
import type { AuthSchemes } from '~/engine/look-ups/auth-schemes';
import type { LookUpPaths } from '~/engine/look-ups/paths';
import type { EngineState } from '~/engine/state';
import { openKey } from '~/engine/open-key';
import type { Sealed } from '~/engine/storage/schema';
import { storedOf, trackedOf } from '~/engine/storage/tracked-row';
import type { Vault } from '~/engine/storage/vault';

import type { Message } from './messages';
import { postKeys } from './outgoing';

/** What messages from other tabs need. */
export interface IncomingOptions {
  state: EngineState;
  vault: Vault;
  lookUpPaths: LookUpPaths;
  authSchemes: AuthSchemes;
  bus: Bus;
  now: () => number;
  post: (message: Message) => void;
}

type Incoming = { [Type in Message['type']]: (message: Extract<Message, { type: Type }>) => void };

/** Tells the bus what another tab says. */
export function createIncoming(options: IncomingOptions): (message: Message) => void {
  const { state, bus, now } = options;
  const tell = (event: Parameters<Bus['emit']>[0]): void => bus.emit(event, 'elsewhere');
  const incoming: Incoming = {
    hello(message) {
      tell(message);
      greet(options, message.since);
    },
    beat: tell,
    tracked({ tasks: stored, answers = [] }) {
      const { tasks: known } = state.tracked.getState();
      const tasks = stored.map((task) => trackedOf(task, known.get(refKey(task))));
      const added = tasks.filter((task) => !known.has(refKey(task)));
      const changed = tasks.filter((task) => known.has(refKey(task)));
      const isKnown = ([key]: [string, Answer]): boolean => known.has(key);
      if (added.length > 0)
        tell({ type: 'added', tasks: added, answers: answers.filter((one) => !isKnown(one)) });
      if (changed.length > 0) tell({ type: 'changed', tasks: changed });
      incoming.answers({ type: 'answers', answers: answers.filter(isKnown) });
    },
    answers({ answers }) {
      for (const [key, after] of answers) {
        const ref = state.tracked.getState().tasks.get(key);
        if (!ref) continue;
        const before = state.answers.get(ref);
        if (!outdated(after, before, now())) tell({ type: 'answered', ref, before, after });
      }
    },
    removed: tell,
    key: (message) => void takeKey(options, message),
    forgot: tell,
    'need-key': tell,
    check: tell,
    'on-screen': tell,
    path: ({ base, path }) => tell({ type: 'path', base, path, by: 'person' }),
    scheme: tell,
    paused: tell,
    visible: tell,
  };
  return (message) => {
    const take = incoming[message.type] as (message: Message) => void;
    take(message);
  };
}

/** Tells a tab that was just opened what it cannot know. */
function greet(options: IncomingOptions, since: number): void {
  const { state, vault, lookUpPaths, authSchemes, post } = options;
  const { leading, paused } = state.status.getState();
  if (leading) {
    postChanges(state, since, post);
    for (const [base, path] of lookUpPaths.known.getState().paths)
      post({ type: 'path', base, path });
    for (const [base, stored] of authSchemes.known.getState().schemes)
      post({ type: 'scheme', base, stored });
  }
  // A new tab has no keys that live in other tabs; they send theirs, sealed.
  void postKeys(state.connections.getState().connections.values(), vault, post);
  if (paused) post({ type: 'paused', paused });
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

/** The leading tab tries a key again that it had marked as refused. */
async function takeKey(
  { state, vault, bus }: IncomingOptions,
  { connection, sealed, keep }: Extract<Message, { type: 'key' }>,
): Promise<void> {
  const { connections, needKey } = state.connections.getState();
  const { id } = connection;
  const before = connections.get(id);
  const old = openKey(state, vault, id);
  const isSame = before?.hint === connection.hint;
  const isNews = !isSame || needKey.has(id);
  const opened = await isUsable(vault, connection, sealed, keep);
  // A key that cannot be sent (plain http has no encryption) may already be in this tab.
  const known = old !== null && isSame ? (needKey.get(id) ?? null) : 'missing';
  bus.emit(
    {
      type: 'key',
      // An older build's message lacks what only newer ones know of the connection.
      connection: { ...before, ...connection },
      loss: opened ? null : known,
      isNew: connection.kind === 'own' && vault.open(id) !== old,
      resumes: opened && isNews,
    },
    'elsewhere',
  );
}

/** Whether the connection can be used here: a relay adds a team's key, every other one came sealed. */
async function isUsable(
  vault: Vault,
  connection: Connection,
  sealed: Sealed | null,
  keep: KeepKey,
): Promise<boolean> {
  if (connection.kind === 'team') return true;
  return sealed !== null && vault.accept(connection.id, sealed, keep);
}

/** Two tabs may briefly both have led: the later look-up wins, unless the clock was set back. */
function outdated(answer: Answer, known: Answer, now: number): boolean {
  if (reopens(known.task, answer.task)) return true;
  return (known.askedAt ?? 0) > (answer.askedAt ?? 0) && (known.askedAt ?? 0) <= now;
}
