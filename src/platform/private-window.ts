/**
 * Whether this seems to be a private window: Firefox and Safari refuse it files of its own. In Chromium nothing tells one
 * from another.
 */
export async function isPrivateWindow(): Promise<boolean> {
  const storage: StorageManager | undefined = navigator.storage;
  if (storage === undefined || !('getDirectory' in storage)) return false;
  return storage.getDirectory().then(
    () => false,
    () => true,
  );
}
