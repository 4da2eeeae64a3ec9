import type { TaskRef } from '~/core/answer';

/** Two parts of a path: `parseRef` reads them back. */
export function formatRef({ base, taskId }: TaskRef): string {
  return `${encode(base)}/${encode(taskId)}`;
}

/** Null unless both parts name something. */
export function parseRef(base: string | undefined, taskId: string | undefined): TaskRef | null {
  if (!base || !taskId) return null;
  try {
    return { base: decodeURIComponent(base), taskId: decodeURIComponent(taskId) };
  } catch {
    return null;
  }
}

/** `encodeURIComponent` throws on a lone surrogate. */
function encode(text: string): string {
  return encodeURIComponent(text.replaceAll(/\p{Surrogate}/gu, '\uFFFD'));
}
