/** Null on insecure pages: plain http, except on localhost. */
export function serviceWorkers(): ServiceWorkerContainer | null {
  return 'serviceWorker' in (globalThis.navigator ?? {}) ? navigator.serviceWorker : null;
}
