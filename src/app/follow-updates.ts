import { LANGUAGE_CACHE, LANGUAGE_PLACE } from '~/core/stored-language';
import { scriptUrl } from '~/platform/script-url';
import type { ToWorker } from '~/engine/media/worker/protocol';
import { activeLocale, onLocaleChange, translate } from '~/i18n/i18n';
import { showToast } from '~/ui/toast';
import { whenFinished } from '~/ui/unfinished';

/** How often an open page checks for a new version, in ms. */
const ASK_MS = 3_600_000;

/**
 * Makes the page start offline, and offers new versions. An update is applied when the person accepts it, and only once
 * nothing is in progress that a reload would lose.
 */
export async function followUpdates(): Promise<void> {
  if (!('serviceWorker' in navigator) || import.meta.env.DEV) return;
  const { serviceWorker } = navigator;
  try {
    // Without storage it keeps the words of English: no reason to go without it.
    await tellLanguage().catch(() => {});
    const registration = await serviceWorker.register(scriptUrl('./sw.js'));
    const offerWaiting = (): void => {
      // The very first version replaces nothing.
      if (registration.waiting && serviceWorker.controller) offer(registration.waiting);
    };
    const watchInstalling = (): void => {
      registration.installing?.addEventListener('statechange', offerWaiting);
    };
    const storeWords = (): void => {
      for (const worker of [registration.active, registration.waiting])
        worker?.postMessage({ type: 'language' } satisfies ToWorker);
    };
    storeWords();
    onLocaleChange(() => void tellLanguage().then(storeWords));
    registration.addEventListener('updatefound', watchInstalling);
    // A version found before anybody was listening is not announced again.
    watchInstalling();
    offerWaiting();
    setInterval(() => {
      offerWaiting();
      void registration.update().catch(() => {});
    }, ASK_MS);
  } catch {
    // Insecure page, or forbidden by the browser: the page works, but not offline.
  }
}

/** Written down, because a worker that is being installed is to store the right words at once. Never rejects. */
async function tellLanguage(): Promise<void> {
  try {
    const cache = await caches.open(LANGUAGE_CACHE);
    await cache.put(LANGUAGE_PLACE, new Response(activeLocale()));
  } catch {
    // Nothing can be stored: updates are offered all the same.
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
