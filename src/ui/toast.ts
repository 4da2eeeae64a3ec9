/** A short notice at the edge of the page, with at most one thing to do. */
export interface ToastRequest {
  text: string;
  action?: { label: string; run: () => void };
  /** How long it stays; pointing at it or focusing it holds it. 10 s with an action, else 5 s. */
  durationMs?: number;
}

let waiting: ToastRequest[] = [];
const listeners = new Set<() => void>();

/** Shows a notice; it may come before the part that draws notices is downloaded. */
export function showToast(request: ToastRequest): void {
  waiting = [...waiting, request];
  for (const listener of listeners) listener();
}

/** Hands over the notices not drawn yet. */
export function takeToasts(): ToastRequest[] {
  const taken = waiting;
  waiting = [];
  return taken;
}

export function toastsWaiting(): boolean {
  return waiting.length > 0;
}

export function onToast(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
