import { field, type Json } from './read';
import { stateOfWord } from '~/engine/gateway/tables/status-words';
import type { Verdict } from './status';

/** A short message that is itself a word about waiting or making: `{code: 0, msg: "处理中", data: {taskId}}`. */
export function stateSaidInMessage(layers: readonly Json[]): Verdict | null {
  for (const layer of layers) {
    for (const name of ['message', 'msg', 'code']) {
      const word = field(layer, name);
      if (typeof word !== 'string' || word.length > 30 || !SAYS.test(word.trim())) continue;
      const state = stateOfWord(word);
      if (state === 'queued' || state === 'running') return { state, word: word.trim() };
    }
  }
  return null;
}

const SAYS =
  /^(?:task )?(?:is )?(?:queued|pending|waiting|processing|running|generating|rendering|in[ _-]?progress|in[ _-]?queue)[.!…]*$|^.{0,8}中[。.!！…]*$/i;

/** What a webhook calls what happened: `video.completed`, `avatar_video.fail`. */
export function stateOfEvent(layers: readonly Json[]): Verdict | null {
  for (const layer of layers) {
    for (const name of ['event_type', 'event', 'type']) {
      const event = field(layer, name);
      const happened = typeof event === 'string' && event.length < 80 ? EVENT.exec(event) : null;
      const state = happened ? stateOfWord(happened[1] ?? '') : 'running';
      if (state !== 'running' && state !== 'unknown') return { state, word: String(event) };
    }
  }
  return null;
}

const EVENT = /^[\w-]+(?:\.[\w-]+)*\.([\w-]+)$/;
