/** Whether keys can be sealed, so that they outlast a reload: browsers have no cryptography on pages without https. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}
