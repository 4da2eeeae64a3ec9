import { refKey, type Answer } from '~/core/answer';
import type { Connection, KeepKey } from '~/core/connection';
import type { AnswerEntries } from '~/engine/answers/answers';
import { reopens } from '~/engine/answers/reopens';
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

/** Tells the bus what another tab says. */
export function createIncoming(options: IncomingOptions): (message: Message) => void {
  const { bus } = options;
  return (message) => {
    switch (message.type) {
      case 'hello':
        bus.emit(message, 'elsewhere');
        return greet(options, message.since);
      case 'tracked':
        return takeTasks(options, message);
      case 'answers':
        return takeAnswers(options, message.answers);
      case 'key':
        return void takeKey(options, message);
      case 'path':
        return bus.emit({ ...message, by: 'person' }, 'elsewhere');
      case 'beat':
      case 'removed':
      case 'forgot':
      case 'need-key':
      case 'check':
      case 'on-screen':
      case 'scheme':
      case 'paused':
      case 'visible':
      case 'feeds':
        bus.emit(message, 'elsewhere');
    }
  };
}

function takeTasks(
  options: IncomingOptions,
  { tasks: stored, answers = [] }: Extract<Message, { type: 'tracked' }>,
): void {
  const { bus, state } = options;
  const { tasks: known } = state.tracked.getState();
  const tasks = stored.map((task) => trackedOf(task, known.get(refKey(task))));
  const added = tasks.filter((task) => !known.has(refKey(task)));
  const changed = tasks.filter((task) => known.has(refKey(task)));
  const own = answers.filter(([key]) => !known.has(key));
  if (added.length > 0) bus.emit({ type: 'added', tasks: added, answers: own }, 'elsewhere');
  if (changed.length > 0) bus.emit({ type: 'changed', tasks: changed }, 'elsewhere');
  takeAnswers(
    options,
    answers.filter(([key]) => known.has(key)),
  );
}

function takeAnswers({ bus, state, now }: IncomingOptions, answers: AnswerEntries): void {
  for (const [key, after] of answers) {
    const ref = state.tracked.getState().tasks.get(key);
    if (!ref) continue;
    const before = state.answers.get(ref);
    if (outdated(after, before, now())) continue;
    bus.emit({ type: 'answered', ref, before, after }, 'elsewhere');
  }
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
