import type { Answer, TaskRef } from '~/core/answer';
import type { Connection } from '~/core/connection';
import type { TrackedTask } from '~/core/tracked';

import type { AnswerEntries } from './answers/answers';
import type { Remembered } from './storage/rows';
import type { KeyLoss } from './state';
import type { Message } from './tabs/messages';

/** In this tab, or in another one that has told this one. */
type From = 'here' | 'elsewhere';

/**
 * Everything that happens: the messages between tabs, four of them in a fuller form, and what concerns this tab alone.
 * What follows from an event follows in every tab; what must happen once (a row, a look-up) asks where it was.
 */
export type EngineEvent =
  | Exclude<Message, { type: 'tracked' | 'answers' | 'key' | 'path' }>
  /** Tasks that were not on the board; with their answers if they were restored. */
  | { type: 'added'; tasks: readonly TrackedTask[]; answers?: AnswerEntries | undefined }
  /** Tasks of the board that were renamed, picked, seen, or settled on a key. */
  | { type: 'changed'; tasks: readonly TrackedTask[] }
  /** The rest of a large board was read. */
  | ({ type: 'stored' } & Pick<Remembered, 'tracked' | 'answers' | 'isWhole'>)
  /** A look-up or a request for its video told more about a task. */
  | { type: 'answered'; ref: TaskRef; before: Answer; after: Answer }
  /** A connection was added or changed; its key is usable unless `loss` says why not. */
  | {
      type: 'key';
      connection: Connection;
      loss: KeyLoss | null;
      /** The key is another one, about which nothing is known yet. */
      isNew: boolean;
      /** Tasks that waited for a key go on. */
      resumes: boolean;
    }
  /** A service's look-up path from now on. */
  | { type: 'path'; base: string; path: string; by: 'person' | 'look-up' }
  /** A service is sent its keys in another way from now on. */
  | { type: 'new-scheme'; base: string }
  /** A service rate-limited this key, or perhaps one task alone, or the relay did; for so many ms if it is said. */
  | {
      type: 'limited';
      connectionId: string;
      retryAfterMs: number | null;
      by: 'key' | 'unclear';
    }
  /** It was one task alone. */
  | { type: 'unlimited'; connectionId: string }
  /** A service that was down has answered. */
  | { type: 'service-back'; base: string }
  /** These tasks stopped because the key seemed to be refused, but it is not. */
  | { type: 'doubted'; keys: readonly string[] }
  /** This tab shows these cards. */
  | { type: 'watched'; keys: readonly string[] };

/** Where every part of the engine says what happened, and hears what the others say. */
export interface Bus {
  /** Tells all handlers of that type at once, in the order in which they came. */
  emit(event: EngineEvent, from?: From): void;
  /** The returned function takes the handler off. */
  on<Type extends EngineEvent['type']>(
    type: Type,
    handler: (event: Extract<EngineEvent, { type: Type }>, from: From) => void,
  ): () => void;
  /** The handler is told of every event, after those of its type. */
  onAny(handler: (event: EngineEvent, from: From) => void): void;
}

/** A bus without handlers. */
export function createBus(): Bus {
  type Handler = Parameters<Bus['onAny']>[0];
  const handlers = new Map<string, Set<Handler>>();
  const ofAny = new Set<Handler>();
  return {
    emit(event, from = 'here') {
      for (const handle of handlers.get(event.type) ?? []) handle(event, from);
      for (const handle of ofAny) handle(event, from);
    },
    onAny: (handler) => void ofAny.add(handler),
    on(type, handler) {
      const known = handlers.get(type) ?? new Set();
      const own = handler as Handler;
      handlers.set(type, known.add(own));
      return () => void known.delete(own);
    },
  };
}
