import { withWords } from '~/i18n/i18n';

const arrive = withWords(['later'], () => import('~/features/share/arrive'));

/**
 * Takes what somebody has handed over: by an address, out of which it is gone at once, or as a file that is dropped
 * anywhere. Nothing is added by itself, and no key is read from an address.
 */
export function followArrivals(): void {
  const look = (): void => {
    const { hash, search, pathname } = location;
    // `#/share/<text>`, `#/add?…` and `#/shared` are no screens.
    if (!/^#\/(share|add\?)/.test(hash)) return;
    history.replaceState(null, '', `${pathname}#/`);
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
