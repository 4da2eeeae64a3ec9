import { serviceWorkers } from '~/platform/service-workers';

/** Whether this browser lets the page tell: not until it is asked, or only if the page is installed, or not at all. */
export type MayTell = 'ask' | 'yes' | 'blocked' | 'install' | 'never';

interface BrowserFacts {
  /** Null where the browser knows no notices. */
  permission: NotificationPermission | null;
  isIos: boolean;
  isInstalled: boolean;
}

/** iPhones and iPads know notices only once the page is on the Home Screen. */
export function mayTell({ permission, isIos, isInstalled }: BrowserFacts): MayTell {
  if (permission === null) return isIos && !isInstalled ? 'install' : 'never';
  return ANSWERS[permission];
}

const ANSWERS = {
  default: 'ask',
  granted: 'yes',
  denied: 'blocked',
} as const satisfies Record<NotificationPermission, MayTell>;

export function mayTellHere(): MayTell {
  const touchMac = navigator.userAgent.includes('Mac') && navigator.maxTouchPoints > 1;
  return mayTell({
    permission: 'Notification' in globalThis ? Notification.permission : null,
    isIos: /iPhone|iPad|iPod/.test(navigator.userAgent) || touchMac,
    isInstalled: matchMedia('(display-mode: standalone)').matches,
  });
}

/** The browser's own question; its answer, also where it gives none. */
export async function askBrowser(): Promise<MayTell> {
  try {
    await Notification.requestPermission();
  } catch {
    // An old one wants a function to call back: then nothing has changed.
  }
  return mayTellHere();
}

/**
 * Shows a notice: through the page's worker where there is one, for its notices outlive the tab and have buttons.
 * @returns whether it is shown
 */
export async function showNotice(
  title: string,
  options: NotificationOptions,
  onClick: () => void,
): Promise<boolean> {
  if (mayTellHere() !== 'yes') return false;
  try {
    const registration = await serviceWorkers()?.getRegistration();
    if (registration?.active) {
      await registration.showNotification(title, options);
      return true;
    }
    const { actions: _, ...plain } = options as NotificationOptions & { actions?: unknown };
    const notice = new Notification(title, plain);
    notice.addEventListener('click', () => {
      focus();
      onClick();
      notice.close();
    });
    return true;
  } catch {
    // Phones show none without a worker. The title and the line on return say it.
    return false;
  }
}
