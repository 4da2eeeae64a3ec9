/** Asks the browser to keep what is stored here when disk space runs short. Some browsers ask the person. */
export async function askToPersist(): Promise<void> {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // On plain http and in old browsers there is nothing to ask.
  }
}

/** Whether the browser deletes what is stored after seven days without a visit: Safari does, unless it is installed. */
export async function isSoonDeleted(): Promise<boolean> {
  const isInstalled = matchMedia('(display-mode: standalone)').matches;
  if (!navigator.vendor.startsWith('Apple') || isInstalled) return false;
  return !(await navigator.storage?.persisted?.().catch(() => false));
}
