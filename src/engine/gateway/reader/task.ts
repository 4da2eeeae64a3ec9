import type { Task, TaskFailure, TaskState } from '~/core/task';
import { isTerminal } from '~/core/task';

import { cleanText } from '~/core/clean-text';
import { cleanMessage, MAX_PROMPT } from '~/engine/gateway/clean-message';
import {
  COMPLETED_PATHS,
  CREATED_PATHS,
  EXPIRES_PATHS,
  PROGRESS_SCALES,
  QUEUE_PATHS,
  UPDATED_PATHS,
} from '~/engine/gateway/tables/dialects';
import { saysWhy } from '~/engine/gateway/tables/empty-reasons';
import { failureKind } from '~/engine/gateway/tables/failure-kinds';
import {
  ASKED_MODEL_PATHS,
  ENHANCED_PROMPT_PATHS,
  IMAGE_PATHS,
  MODEL_PATHS,
  PROMPT_PATHS,
} from '~/engine/gateway/tables/asked-fields';
import { THUMBNAIL_PATHS } from '~/engine/gateway/tables/video-fields';
import { costOf } from './cost';
import { shapeOf } from './geometry';
import { askedLayersOf, ownId } from './unwrap';
import { asImage, linkExpiry, needsKey } from './links';
import { asNumber, asObject, field, firstAt, type Json } from './read';
import { progressOf } from './progress';
import { codeOf, messageOf } from './service-words';
import { searchEnhanced, searchImages, searchPrompt } from './search-asked';
import { plainWord } from '~/core/status-word';
import type { Verdict } from './status';
import { COMPLETION, CREATION, readTime, timeAt } from './time';

/** More images than anybody sends; the rest is dropped. */
export const MAX_IMAGES = 40;

/** Everything the tables find in an answer; what counts depends on the state. */
export function taskFrom(layers: readonly Json[], verdict: Verdict, result: string | null): Task {
  const asked = [...layers, ...askedLayersOf(layers)];
  const said = progressOf(layers);
  const state = stateWith(verdict, layers);
  const id = firstId(layers);
  const link = state === 'completed' ? result : null;
  const cost = costOf(layers, state);
  const prompt = firstAt(asked, PROMPT_PATHS, readPrompt) ?? searchedPrompt(layers);
  const enhanced =
    firstAt(layers, ENHANCED_PROMPT_PATHS, readPrompt) ??
    readPrompt(layers[0] && searchEnhanced(layers[0]));
  return {
    id,
    state,
    statusWord: cleanText(verdict.word, 60),
    progress: PROGRESS[state](said),
    queue: state === 'queued' || state === 'running' ? queueOf(layers) : null,
    prompt,
    enhancedPrompt: enhanced === prompt ? null : enhanced,
    images: imagesOf(asked),
    video:
      state !== 'completed'
        ? null
        : link === null
          ? { kind: 'content' }
          : { kind: 'link', url: link },
    thumbnail: firstAt(layers, THUMBNAIL_PATHS, readThumbnail),
    failure: state === 'failed' ? failureIn(layers) : null,
    model:
      firstAt(layers, MODEL_PATHS, readModel) ??
      modelInId(id) ??
      firstAt(asked, ASKED_MODEL_PATHS, readModel),
    ...shapeOf(asked),
    createdAt: timeAt(isTerminal(state) ? ofSameId(layers, id) : layers, CREATED_PATHS, CREATION),
    completedAt: state === 'completed' ? timeAt(layers, COMPLETED_PATHS, COMPLETION) : null,
    expiresAt:
      firstAt(layers, EXPIRES_PATHS, readTime) ?? (link === null ? null : linkExpiry(link)),
    updatedAt: firstAt(layers, UPDATED_PATHS, readTime),
    ...(cost && { cost }),
  };
}

function failureIn(layers: readonly Json[]): TaskFailure {
  const said = { message: messageOf(layers), code: codeOf(layers) };
  const failure = { ...said, kind: failureKind(said) };
  return saysWhy(said) ? failure : { ...failure, empty: true };
}

/** A failed task keeps the number it stopped at (new-api: 100), so it shows no bar. */
const PROGRESS = {
  queued: (said) => said,
  running: (said) => said,
  unknown: (said) => said,
  completed: () => 100,
  failed: () => null,
  cancelled: () => null,
} as const satisfies Record<TaskState, (said: number | null) => number | null>;

/**
 * `pending` with some progress is a lagging word, and so is any other next to Sora's own `progress_pct`. (`queued` next
 * to `progress` is not: new-api reports a queued task as 20 % done.)
 */
function stateWith(verdict: Verdict, layers: readonly Json[]): TaskState {
  if (verdict.state !== 'queued') return verdict.state;
  const pending = plainWord(verdict.word ?? '') === 'pending';
  const share = firstAt(layers, pending ? Object.keys(PROGRESS_SCALES) : MEASURED, asNumber);
  return (share ?? 0) > 0 ? 'running' : 'queued';
}

const MEASURED = Object.keys(PROGRESS_SCALES).filter((path) => path.endsWith('progress_pct'));

function firstId(layers: readonly Json[]): string | null {
  for (const layer of layers) {
    const id = ownId(layer);
    if (id !== null) return id;
  }
  return null;
}

/** The file of a finished task has an id and a creation time of its own. */
function ofSameId(layers: readonly Json[], id: string | null): Json[] {
  return layers.filter((layer) => {
    const own = ownId(layer);
    return own === null || own === id;
  });
}

function queueOf(layers: readonly Json[]): Task['queue'] {
  const position = firstAt(layers, QUEUE_PATHS.position, readCount);
  const waitSeconds = firstAt(layers, QUEUE_PATHS.waitSeconds, readCount);
  const message = firstAt(layers, QUEUE_PATHS.message, cleanMessage);
  return position === null && waitSeconds === null && message === null
    ? null
    : { position, waitSeconds, message };
}

function readCount(value: unknown): number | null {
  const number = asNumber(value);
  // A week: anything more is a timestamp, not a wait.
  return number !== null && number >= 0 && number <= 604_800 ? Math.round(number) : null;
}

function searchedPrompt([root]: readonly Json[]): string | null {
  return root ? readPrompt(searchPrompt(root)) : null;
}

function readPrompt(value: unknown): string | null {
  return cleanText(value, MAX_PROMPT);
}

function readModel(value: unknown): string | null {
  return cleanText(value, 100);
}

/** The part of the id before the first `:`; `arn:…` and `urn:…` are other id formats. */
function modelInId(id: string | null): string | null {
  const match = /^([a-z][\w.-]{1,60}):[^/\s]/i.exec(id ?? '');
  const model = match?.[1];
  return model === undefined || /^(?:arn|urn|task|video|job|id)$/i.test(model) ? null : model;
}

function readThumbnail(value: unknown): string | null {
  const object = asObject(value);
  const image = asImage(object ? field(object, 'url') : value);
  return image === null || (!image.startsWith('data:') && needsKey(image)) ? null : image;
}

function imagesOf(layers: readonly Json[]): string[] {
  const images = new Set<string>();
  firstAt(layers, IMAGE_PATHS, (value) => {
    const object = asObject(value);
    const named =
      object && (field(object, 'url') ?? field(object, 'image_url') ?? field(object, 'uri'));
    const inner = asObject(named);
    const image = asImage(inner ? field(inner, 'url') : object ? named : value);
    if (image !== null && images.size < MAX_IMAGES) images.add(image);
    return null;
  });
  const [root] = layers;
  if (images.size === 0 && root) return [...new Set(searchImages(root))].slice(0, MAX_IMAGES);
  return [...images];
}
