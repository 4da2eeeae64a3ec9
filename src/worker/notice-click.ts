import { MUTED_CACHE, type NoticeData, type NoticePressed } from '~/core/notice-click';

/** What is used of a service worker's globals and events here. */
interface Scope {
  addEventListener(type: 'notificationclick', listen: (event: Pressed) => void): void;
  registration: { scope: string };
  clients: {
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<Page[]>;
    openWindow(url: string): Promise<unknown>;
  };
}
interface Pressed {
  action: string;
  notification: { data: NoticeData | null; close(): void };
  waitUntil(work: Promise<unknown>): void;
}
interface Page {
  url: string;
  visibilityState: string;
  focus(): Promise<unknown>;
  postMessage(message: NoticePressed): void;
}

/** Answers when a notice is pressed: an open page shows its group, or one is opened there. */
export function answerNotices(scope: Scope): void {
  scope.addEventListener('notificationclick', (event) => {
    const { action, notification } = event;
    const { data } = notification;
    notification.close();
    if (!data) return;
    event.waitUntil(action === 'mute' ? mute(scope, data) : watch(scope, data));
  });
}

async function watch(scope: Scope, data: NoticeData): Promise<void> {
  const page = await openPage(scope);
  if (!page) {
    await scope.clients.openWindow(new URL(data.address, scope.registration.scope).href);
    return;
  }
  page.postMessage({ type: 'notice', action: 'watch', data });
  // Refused where nobody has pressed anything; the group is on its screen all the same.
  await page.focus().catch(() => undefined);
}

/** Kept until a page has taken it: one that is open may not be able to. */
async function mute(scope: Scope, data: NoticeData): Promise<void> {
  const kept = await caches.open(MUTED_CACHE);
  await kept.put(`./muted/${encodeURIComponent(data.key)}`, Response.json(data));
  (await openPage(scope))?.postMessage({ type: 'notice', action: 'mute', data });
}

/** One of this page's tabs, best one that is on the screen. */
async function openPage({ clients, registration }: Scope): Promise<Page | undefined> {
  const all = await clients.matchAll({ type: 'window', includeUncontrolled: true });
  const own = all.filter(({ url }) => isPage(url, registration.scope));
  return own.find(({ visibilityState }) => visibilityState === 'visible') ?? own[0];
}

/** Other files of the page can be open in a tab, too. */
function isPage(url: string, home: string): boolean {
  const address = url.replace(/[?#].*$/s, '');
  return address === home || address === `${home}index.html`;
}
