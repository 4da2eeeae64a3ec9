/** Whether keys can be encrypted to outlast a reload: browsers have no WebCrypto on pages without https. */
export function canSeal(): boolean {
  return globalThis.crypto?.subtle !== undefined;
}
