/** Sixteen random hex digits. `crypto.randomUUID` is missing on pages not served over https. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(8));
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
