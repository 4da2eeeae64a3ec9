import { scriptUrl } from '~/core/script-url';
import type { ToWorker } from '~/engine/media/worker/protocol';
import { translate } from '~/i18n/i18n';
import { showToast } from '~/ui/toast';
import { whenFinished } from '~/ui/unfinished';

/** How often a page that stays open asks for a new version of itself, in ms. */
const ASK_MS = 3_600_000;

/**
 * Lets the page start without a network, and offers a new version when there is one. It is taken when the person says
 * so, and only once nothing is under way that a reload would lose.
 */
export async function followUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const { serviceWorker } = navigator;
  try {
    const registration = await serviceWorker.register(scriptUrl('./sw.js'));
    const offerWaiting = (): void => {
      // The first version of all has nobody to take over from.
      if (registration.waiting && serviceWorker.controller) offer(registration.waiting);
    };
    const watchInstalling = (): void => {
      registration.installing?.addEventListener('statechange', offerWaiting);
    };
    registration.addEventListener('updatefound', watchInstalling);
    // One that was found before anybody listened is not found again.
    watchInstalling();
    offerWaiting();
    setInterval(() => {
      offerWaiting();
      void registration.update().catch(() => {});
    }, ASK_MS);
  } catch {
    // Not served safely, or forbidden by the browser: the page works, but starts only with a network.
  }
}

const offered = new WeakSet<ServiceWorker>();

function offer(worker: ServiceWorker): void {
  if (offered.has(worker)) return;
  offered.add(worker);
  showToast({
    text: translate('app.updateReady'),
    durationMs: 0,
    action: {
      label: translate('app.update'),
      run: () => {
        if (whenFinished(() => takeOver(worker))) showToast({ text: translate('app.updateWaits') });
      },
    },
  });
}

function takeOver(worker: ServiceWorker): void {
  navigator.serviceWorker.addEventListener('controllerchange', () => location.reload(), {
    once: true,
  });
  worker.postMessage({ type: 'take-over' } satisfies ToWorker);
}
