/** What the tab's icon shows. */
export interface TabFacts {
  /** How much of the batches that are being made is done, 0 to 1; null if nothing is. */
  share: number | null;
  /** What ended since the person looked. */
  ready: number;
  failed: number;
  /** Everything that could run waits for a key. */
  needsKey: boolean;
}

/** The icon as an address; null for the page's own. Signs differ in form, not only in colour. */
export function tabIcon({ share, ready, failed, needsKey }: TabFacts): string | null {
  if (share === null && failed === 0 && ready > 0) return asAddress(DONE);
  if (share === null && failed === 0) return needsKey ? asAddress(PAUSED) : null;
  const ring = ringOf(share ?? 1);
  return asAddress(ring + (failed > 0 ? FAILED : ready > 0 ? READY : ''));
}

/** A ring begins at the top. */
function ringOf(share: number): string {
  const done = (Math.min(1, Math.max(0, share)) * AROUND).toFixed(1);
  return (
    '<circle cx="16" cy="16" r="13" fill="none" stroke="#8a8178" stroke-opacity=".45" stroke-width="4"/>' +
    `<circle cx="16" cy="16" r="13" fill="none" stroke="#db8a2d" stroke-width="4" stroke-dasharray="${done} 99" transform="rotate(-90 16 16)"/>` +
    '<path d="M13 10.5v11l8-5.5z" fill="#db8a2d"/>'
  );
}

const AROUND = 2 * Math.PI * 13;
const WHITE = 'fill="none" stroke="#fff" stroke-linecap="round" stroke-linejoin="round"';
const READY = `<circle cx="24" cy="24" r="8" fill="#13724a"/><path d="m20.5 24 2.5 2.5 4.5-5" stroke-width="2.2" ${WHITE}/>`;
const FAILED = `<rect x="15" y="15" width="17" height="17" rx="4" fill="#b3261e"/><path d="M23.5 18.5v6m0 3.7v.1" stroke-width="2.8" ${WHITE}/>`;
const DONE = `<circle cx="16" cy="16" r="15" fill="#13724a"/><path d="m9.5 16.5 4.5 4.5 9-10" stroke-width="3.5" ${WHITE}/>`;
const PAUSED =
  '<circle cx="16" cy="16" r="13" fill="none" stroke="#8a8178" stroke-width="4" stroke-dasharray="5 3"/>' +
  '<path d="M12.5 10.5v11m7-11v11" stroke="#8a8178" stroke-width="3.5"/>';

function asAddress(drawing: string): string {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32">${drawing}</svg>`;
  return `data:image/svg+xml,${encodeURIComponent(svg)}`;
}
