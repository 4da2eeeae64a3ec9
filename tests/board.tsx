import { render } from '@testing-library/react';
import type { ReactNode } from 'react';

import { refKey, type Answer } from '~/core/answer';
import type { TrackedTask } from '~/core/tracked';
// The page loads it with the first card that is removed; a test may end before that.
import '~/engine/bin';
import { createEngine } from '~/engine/create-engine';
import type { Engine } from '~/engine/engine';
import type { EngineParts } from '~/engine/parts';
import { putConnection, putTasks } from '~/engine/state';
import { testParts } from '~/engine/test-parts';
import { EngineContext } from '~/engine/use-engine';

import { createTestClock } from './clock';

export interface TestBoard {
  engine: Engine;
  /** Lets a look-up bring this answer. */
  answer(task: TrackedTask, answer: Answer): void;
  stop(): void;
}

/**
 * A whole engine whose clock stands still, so that it asks nothing, with these tasks and answers on its board and
 * a key for each of their services.
 */
export function aBoard(
  cards: readonly (readonly [TrackedTask, Answer])[],
  {
    withKeys = true,
    fetch = globalThis.fetch,
    limits = () => null,
  }: { withKeys?: boolean; fetch?: typeof globalThis.fetch; limits?: EngineParts['limits'] } = {},
): TestBoard {
  const parts = testParts(`board-${crypto.randomUUID()}`, createTestClock());
  const { state } = parts;
  const answer = (task: TrackedTask, made: Answer): void => state.answers.put(task, made);
  putTasks(
    state,
    cards.map(([task]) => task),
  );
  for (const [task, made] of cards) {
    answer(task, made);
    const id = task.connectionId ?? refKey(task);
    const connection = {
      kind: 'own',
      id,
      base: task.base,
      hint: 'sk-…1234',
      keep: 'tab',
      addedAt: 0,
    } as const;
    putConnection(state, connection, withKeys ? null : 'missing');
  }
  const engine = createEngine({ ...parts, fetch, limits });
  return { engine, answer, stop: () => engine.stop() };
}

/** Draws something that stands on a board. */
export function renderOn({ engine }: TestBoard, children: ReactNode) {
  return render(<EngineContext value={engine}>{children}</EngineContext>);
}
