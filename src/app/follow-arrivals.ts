import { withWords } from '~/i18n/i18n';

const arrive = withWords(['later'], () => import('~/features/share/arrive'));

/** `#/share/<text>`, `#/add?…` and `#/shared` are no screens, nor is what people write in their place. */
const ARRIVAL = /^#\/?(?:share|add\/?\?)/i;
/** The page reads nothing that stands before `#`: what may be a key does not stay there. */
const KEYISH = /[?&][^=&]*(?:key|token|secret|passw|auth|bearer)|sk-/i;

/**
 * Takes what somebody has handed over: by an address, out of which it is gone at once, or as a file that is dropped
 * anywhere. Nothing is added by itself, and no key is read from an address.
 */
export function followArrivals(): void {
  const look = (): void => {
    const { hash, search, pathname } = location;
    const isArrival = ARRIVAL.test(hash);
    if (!isArrival && !KEYISH.test(search)) return;
    history.replaceState(null, '', pathname + (isArrival ? '#/' : hash));
    void arrive().then(({ openAddress }) => openAddress(hash, search));
  };
  look();
  addEventListener('hashchange', look);
  ondragover = ondrop = (event: DragEvent): void => {
    const { types, files } = event.dataTransfer ?? {};
    if (!types?.includes('Files')) return;
    // The browser would leave the page for it.
    event.preventDefault();
    const file = files?.[0];
    if (file && event.type === 'drop') void arrive().then(({ openFile }) => openFile(file));
  };
}
