import { createStore } from 'zustand/vanilla';

import { refKey } from '~/core/answer';
import type { Task, TaskVideo } from '~/core/task';
import type { TrackedTask } from '~/core/tracked';
import type { ContentResult, Engine } from '~/engine/tasks/engine';

import { fileName } from './file-name';

/** Downloads under way: share of each that has come, 0 to 1, null where its length is not said. */
export const saving = createStore<{ shares: ReadonlyMap<string, number | null> }>(() => ({
  shares: new Map(),
}));

/** How a download ended. `tab`: the browser may not read the file, so it was opened beside the page. */
export type Saved =
  | { kind: 'saved'; name: string }
  | { kind: 'tab' }
  | { kind: 'busy' }
  | Extract<ContentResult, { kind: 'problem' }>;

/** Saves a task's video under a readable name. Never rejects. */
export async function saveVideo(
  engine: Engine,
  tracked: TrackedTask,
  task: Task,
  video: TaskVideo,
): Promise<Saved> {
  const key = refKey(tracked);
  if (saving.getState().shares.has(key)) return { kind: 'busy' };
  const onProgress = (share: number | null): void => setShare(key, share);
  onProgress(null);
  try {
    const content: ContentResult =
      video.kind === 'link'
        ? video
        : await engine.content(tracked, onProgress, new AbortController().signal);
    if (content.kind === 'problem') return content;
    const blob = content.kind === 'video' ? content.blob : await readLink(content.url, onProgress);
    if (blob === null && content.kind === 'link') {
      openTab(content.url);
      return { kind: 'tab' };
    }
    if (blob === null) return { kind: 'problem', reason: 'unreachable' };
    const name = fileName(tracked, task, Date.now(), blob.type);
    saveBlob(blob, name);
    return { kind: 'saved', name };
  } catch {
    return { kind: 'problem', reason: 'unreachable' };
  } finally {
    dropShare(key);
  }
}

/** Opens a link beside the page, which tells it nothing about us. */
export function openTab(url: string): void {
  click({ href: url, target: '_blank', rel: 'noopener noreferrer' });
}

/** The file behind a link, or null where the browser may not read it or it is no film. */
async function readLink(
  url: string,
  onProgress: (share: number | null) => void,
): Promise<Blob | null> {
  try {
    const response = await fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer' });
    const type = response.headers.get('content-type') ?? '';
    if (!response.ok || !response.body || /^(?:text\/|application\/json)/i.test(type)) return null;
    const length = Number(response.headers.get('content-length') ?? 0);
    const chunks: Uint8Array<ArrayBuffer>[] = [];
    let total = 0;
    const reader = response.body.getReader();
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      chunks.push(value);
      total += value.length;
      onProgress(length > 0 ? Math.min(1, total / length) : null);
    }
    return new Blob(chunks, { type: type.startsWith('video/') ? type : 'video/mp4' });
  } catch {
    return null;
  }
}

function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  click({ href: url, download: name });
  // The browser reads the address when it starts the download, which may be a moment later.
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

function click(attributes: Partial<HTMLAnchorElement>): void {
  Object.assign(document.createElement('a'), attributes).click();
}

function setShare(key: string, share: number | null): void {
  saving.setState(({ shares }) => ({ shares: new Map(shares).set(key, share) }));
}

function dropShare(key: string): void {
  saving.setState(({ shares }) => {
    const rest = new Map(shares);
    rest.delete(key);
    return { shares: rest };
  });
}
