/** A short notice at the edge of the page, with at most one action. */
interface ToastRequest {
  text: string;
  action?: { label: string; run: () => void };
  /** How long it stays, in ms; hovering or focusing it pauses. 10 s with an action, otherwise 5 s. */
  durationMs?: number;
}

let waiting: ToastRequest[] = [];
const listeners = new Set<() => void>();

/** Shows a notice, even before the code that renders notices has loaded. */
export function showToast(request: ToastRequest): void {
  waiting = [...waiting, request];
  for (const listener of listeners) listener();
}

/** Returns and clears the notices that have not been rendered yet. */
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
