/** Whether the browser deletes what is stored after seven days without a visit: Safari does, unless it is installed. */
export async function isSoonDeleted(): Promise<boolean> {
  const isInstalled = matchMedia('(display-mode: standalone)').matches;
  if (!navigator.vendor.startsWith('Apple') || isInstalled) return false;
  return !(await navigator.storage?.persisted?.().catch(() => false));
}
