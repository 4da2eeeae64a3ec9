/** Asks the browser to keep what is stored here when disk space runs short. Some browsers ask the person. */
export async function askToPersist(): Promise<void> {
  try {
    if (!(await navigator.storage.persisted())) await navigator.storage.persist();
  } catch {
    // On plain http and in old browsers there is nothing to ask.
  }
}
