import { NO_ANSWER, type Answer } from '~/core/answer';
import { isTerminal, type Task } from '~/core/task';
import { readAnswer } from '~/engine/gateway/read-answer';
import { createBudgets, type Budgets } from '~/engine/look-ups/budget';
import type { Entry } from '~/engine/look-ups/due-queue';
import { expectedDoneAt } from '~/engine/look-ups/forecast/estimate';
import { NO_HISTORY, usual, type History } from '~/engine/look-ups/forecast/history';
import { learn } from '~/engine/look-ups/forecast/learn';
import { nextLookUp } from '~/engine/look-ups/forecast/policy';
import { outcomeOf } from '~/engine/look-ups/forecast/outcome';
import { createSchedule } from '~/engine/look-ups/schedule';
import { mergeAnswer } from '~/engine/answers/merge-answer';

import { seeded } from './random';
import { seenAt, type Trace } from './traces';

/** What became of one task. */
export interface Watched {
  trace: Trace;
  requests: number;
  /** ms from the end to the look-up that saw it; null when it was never seen. */
  delay: number | null;
  /** Longest time it was due and not asked, ms. */
  longestWait: number;
}

export interface Simulation {
  tasks: Watched[];
  /** Time and key of every look-up. */
  asked: { at: number; connection: string }[];
}

interface Running extends Watched {
  key: string;
  answer: Answer;
  entry: Entry;
}

/** Watches the tasks of a file with the real policy, schedule and budget, under a clock that jumps. */
export function simulate(traces: readonly Trace[], budgets: Budgets = createBudgets()): Simulation {
  const random = seeded(1);
  const coming = traces.toSorted((a, b) => a.addedAtMs - b.addedAtMs);
  const active = new Map<string, Running>();
  const schedule = createSchedule(budgets, (key) => active.get(key)?.trace.connection ?? null);
  const tasks: Watched[] = [];
  const asked: Simulation['asked'] = [];
  let history: History = NO_HISTORY;
  let next = 0;
  let now = coming[0]?.addedAtMs ?? 0;

  const look = (task: Running): void => {
    const { trace } = task;
    const [, word, progress] = seenAt(trace, now);
    asked.push({ at: now, connection: trace.connection });
    task.requests += 1;
    task.longestWait = Math.max(task.longestWait, now - (task.entry.dueAt ?? now));
    const before = task.answer;
    task.answer = mergeAnswer(before, read(word, progress, trace.model), null, now);
    const key = { base: trace.connection, model: trace.model, seconds: null };
    const known = usual(history, key);
    const after = nextLookUp({
      now,
      answer: task.answer,
      usual: known,
      watched: false,
      hidden: false,
      random: random.unit(),
      turnMs: (schedule.tasksOf(trace.connection) * 1000) / budgets.get(trace.connection, now).rate,
    });
    if (after === null) {
      const end = endedAt(trace, task.answer);
      task.delay = end === null ? null : now - end;
      const outcome = outcomeOf(task.answer, key);
      if (outcome) history = learn(history, outcome);
      active.delete(task.key);
      return;
    }
    const expected = expectedDoneAt(task.answer, known, now);
    task.entry = {
      ...task.entry,
      dueAt: now + after.afterMs,
      priority: 'due',
      expectedDoneAt: expected,
      waitingSince: null,
    };
    schedule.add(task.entry);
  };

  for (let turns = 0; turns < 50_000_000; turns += 1) {
    for (; (coming[next]?.addedAtMs ?? Infinity) <= now; next += 1) {
      const trace = coming[next];
      if (!trace) break;
      const task = start(trace, next);
      active.set(task.key, task);
      schedule.add(task.entry);
      tasks.push(task);
    }
    const decided = schedule.plan(now);
    for (const { entry, connectionId } of decided.start) {
      const task = active.get(entry.key);
      if (task) look(task);
      schedule.ended(connectionId);
    }
    const wake = Math.min(
      coming[next]?.addedAtMs ?? Infinity,
      decided.start.length > 0 ? now : (decided.wakeAt ?? Infinity),
    );
    if (wake === Infinity) break;
    now = Math.max(now, wake);
    // A task that never ends would be watched for ever.
    if (next >= coming.length && now > lastChange(coming) + GRACE) break;
  }
  return { tasks, asked };
}

const GRACE = 3_600_000;

function start(trace: Trace, order: number): Running {
  const key = String(order);
  return {
    trace,
    key,
    requests: 0,
    delay: null,
    longestWait: 0,
    answer: NO_ANSWER,
    entry: {
      key,
      order,
      dueAt: trace.addedAtMs,
      priority: 'new',
      expectedDoneAt: null,
      waitingSince: null,
    },
  };
}

const cache = new Map<string, ReturnType<typeof readAnswer>>();

/** A word and a number, read as the page reads them. */
export function read(
  word: string,
  progress: number | null,
  model: string,
): ReturnType<typeof readAnswer> {
  const body = JSON.stringify({ id: 'video_1', status: word, progress, model });
  const known = cache.get(body);
  if (known) return known;
  const reading = readAnswer({ status: 200, contentType: 'application/json', body });
  if (cache.size < 20_000) cache.set(body, reading);
  return reading;
}

export function isEnd(word: string): boolean {
  const reading = read(word, null, '');
  return 'task' in reading && isTerminal(reading.task.state);
}

function endedAt(trace: Trace, answer: Answer): number | null {
  const task: Task | null = answer.task;
  if (!task || !isTerminal(task.state)) return null;
  return trace.changes.find(([, word]) => isEnd(word))?.[0] ?? null;
}

function lastChange(traces: readonly Trace[]): number {
  return traces.reduce((last, { changes }) => Math.max(last, changes.at(-1)?.[0] ?? 0), 0);
}
