import type { Answer, TaskRef } from '~/core/answer';
import { refKey } from '~/core/answer';
import type { StoredScheme } from '~/core/auth-scheme';
import type { Connection } from '~/core/connection';
import { inSlices } from '~/platform/yield-to-main';
import type { TrackedTask } from '~/core/tracked';

import type { Db } from './db';
import {
  answerSchema,
  besideValue,
  connectionSchema,
  lookUpPathSchema,
  readRow,
  storedSchemeSchema,
  writeRow,
} from './schema';
import { storedOf, trackedOf, trackedSchema } from './tracked-row';

/** What was found in storage at the start. */
export interface Remembered {
  tracked: TrackedTask[];
  answers: [TaskRef, Answer][];
  connections: Connection[];
  /** Look-up paths of services that do not use the default one. */
  lookUpPaths: [base: string, path: string][];
  /** How services want their keys, where a person or a pasted text said so. */
  schemes: [base: string, stored: StoredScheme][];
  /** Learnt durations, not yet validated: `polling/history` knows their format. */
  history: unknown;
  /** Number of unreadable rows. They stay in the database unchanged. */
  unreadable: number;
  /** No task is missing: all rows of tasks were asked for and came. */
  isWhole: boolean;
}

/** The page's own rows. Methods never reject; a `put` resolves to whether it was stored. */
export interface Rows {
  load(): Promise<Remembered>;
  /** These tasks and everything that is no task: what a large board needs to show its first cards. */
  loadFirst(keys: readonly string[]): Promise<Remembered>;
  putTracked(tasks: readonly TrackedTask[]): Promise<boolean>;
  putConnection(connection: Connection): Promise<boolean>;
  putLookUpPath(base: string, path: string): Promise<boolean>;
  putScheme(base: string, stored: StoredScheme): Promise<boolean>;
  putHistory(history: object): Promise<boolean>;
  /** Stored within `ANSWER_DELAY`, many answers in one transaction. */
  putAnswer(ref: TaskRef, answer: Answer): void;
  removeTasks(refs: readonly TaskRef[]): Promise<boolean>;
  removeConnection(id: string): Promise<boolean>;
  /** Writes waiting answers now, because the page is being left. */
  flush(): Promise<void>;
}

/** How long answers are collected before they are written, in ms. */
const ANSWER_DELAY = 250;
/** Rows read or written at once: cloning 500 of them would block the page for 20 ms. */
const CHUNK = 150;

const TASK = 'task ';
const ANSWER = 'answer ';
const CONNECTION = 'connection ';
const PATH = 'door ';
const SCHEME = 'scheme ';
const HISTORY = 'history';

/** The rows in `db`; `now` returns epoch ms. */
export function createRows(db: Db, now: () => number): Rows {
  // A row that this build cannot read must never be overwritten by it.
  const untouchable = new Set<string>();
  // What a newer build put beside a row's value is not handed out with it, but stays in the row.
  const beside = new Map<string, object>();
  const waiting = new Map<string, Answer>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  const putRaw = (rows: [string, unknown][]): Promise<boolean> =>
    db.put(rows.filter(([name]) => !untouchable.has(name)));
  const put = (values: [string, unknown][]): Promise<boolean> =>
    putRaw(values.map(([name, value]) => [name, writeRow(value, beside.get(name))]));

  const take = async (rows: [string, unknown][], into: Remembered): Promise<void> => {
    const slice = inSlices();
    for (const [name, row] of rows) {
      await slice();
      if (!sortRow(into, name, row, now())) {
        into.unreadable += 1;
        untouchable.add(name);
      }
      const more = besideValue(row);
      if (more) beside.set(name, more);
    }
  };

  const flush = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const rows = [...waiting].map(([key, answer]): [string, unknown] => [ANSWER + key, answer]);
    waiting.clear();
    for (let start = 0; start < rows.length; start += CHUNK) {
      await put(rows.slice(start, start + CHUNK));
    }
  };

  return {
    async load() {
      const found = nothingYet();
      const parts = [othersThanTasks(db), allOf(TASK, db), allOf(ANSWER, db)];
      for (const part of parts) {
        for await (const rows of part) {
          if (!rows) return { ...inOrder(found), isWhole: false };
          await take(rows, found);
        }
      }
      return inOrder(found);
    },
    async loadFirst(keys) {
      const found = { ...nothingYet(), isWhole: false };
      const names = keys.flatMap((key) => [TASK + key, ANSWER + key]);
      for await (const rows of othersThanTasks(db)) if (rows) await take(rows, found);
      await take(await db.read(names), found);
      return inOrder(found);
    },
    putTracked: (tasks) => put(tasks.map((task) => [TASK + refKey(task), storedOf(task)])),
    putConnection: (connection) => put([[CONNECTION + connection.id, connection]]),
    putLookUpPath: (base, path) => put([[PATH + base, path]]),
    putScheme: (base, stored) => put([[SCHEME + base, stored]]),
    putHistory: (history) => putRaw([[HISTORY, history]]),
    putAnswer(ref, answer) {
      waiting.set(refKey(ref), answer);
      timer ??= setTimeout(() => void flush(), ANSWER_DELAY);
    },
    removeTasks(refs) {
      const keys = refs.map(refKey);
      for (const key of keys) waiting.delete(key);
      return db.remove(keys.flatMap((key) => [TASK + key, ANSWER + key]));
    },
    removeConnection: (id) => db.remove([CONNECTION + id]),
    flush,
  };
}

function nothingYet(): Remembered {
  return {
    tracked: [],
    answers: [],
    connections: [],
    lookUpPaths: [],
    schemes: [],
    history: null,
    unreadable: 0,
    isWhole: true,
  };
}

function inOrder(found: Remembered): Remembered {
  found.tracked.sort((a, b) => a.addedAt - b.addedAt);
  return found;
}

/** Names that begin with this one come before it, those of all other kinds before or after. */
const endOf = (prefix: string): string => `${prefix}\uffff`;

/** There are few of them. */
async function* othersThanTasks(db: Db): AsyncGenerator<[string, unknown][] | null> {
  yield await db.between('', ANSWER);
  yield await db.between(endOf(ANSWER), TASK);
  yield await db.between(endOf(TASK), endOf(''));
}

/** All rows of a kind, in parts that do not block the page; null if the rest could not be read. */
async function* allOf(prefix: string, db: Db): AsyncGenerator<[string, unknown][] | null> {
  for (let after = prefix; ;) {
    const rows = await db.between(after, endOf(prefix), CHUNK);
    yield rows;
    if (!rows || rows.length < CHUNK) return;
    after = rows.at(-1)?.[0] ?? endOf(prefix);
  }
}

/** Files one row; false if it could not be read. */
function sortRow(into: Remembered, name: string, row: unknown, now: number): boolean {
  if (name.startsWith(TASK)) {
    const ref = refOf(name.slice(TASK.length));
    const task = readRow(trackedSchema, row);
    // The name alone identifies the task, so even a damaged row loses no card.
    if (task && ref && task.base === ref.base && task.taskId === ref.taskId)
      into.tracked.push(trackedOf(task));
    else if (ref) into.tracked.push(rescued(ref, now));
    return task !== null;
  }
  if (name.startsWith(ANSWER)) {
    const ref = refOf(name.slice(ANSWER.length));
    const answer = readRow(answerSchema, row);
    if (answer && ref) into.answers.push([ref, answer]);
    return answer !== null;
  }
  if (name.startsWith(CONNECTION)) {
    const connection = readRow(connectionSchema, row);
    if (connection) into.connections.push(connection);
    return connection !== null;
  }
  if (name.startsWith(PATH)) {
    const path = readRow(lookUpPathSchema, row);
    if (path !== null) into.lookUpPaths.push([name.slice(PATH.length), path]);
    return path !== null;
  }
  if (name.startsWith(SCHEME)) {
    const stored = readRow(storedSchemeSchema, row);
    if (stored) into.schemes.push([name.slice(SCHEME.length), stored]);
    return stored !== null;
  }
  if (name === HISTORY) into.history = row;
  return true;
}

function refOf(key: string): TaskRef | null {
  const blank = key.indexOf(' ');
  if (blank < 1 || blank === key.length - 1) return null;
  return { base: key.slice(0, blank), taskId: key.slice(blank + 1) };
}

function rescued(ref: TaskRef, now: number): TrackedTask {
  return {
    ...ref,
    connectionId: null,
    otherConnectionIds: [],
    label: null,
    batch: null,
    shot: null,
    columns: {},
    note: null,
    tags: [],
    addedAt: now,
    seenAt: null,
    pickedAt: null,
    changedAt: null,
  };
}
