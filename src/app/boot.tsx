import { startTransition, StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

import { leaveSignIn } from '~/address/sign-in';
import { parseView } from '~/address/view';
import { isColumnSort } from '~/core/standing';
import { FORGOTTEN } from '~/platform/forgotten';
import { yieldToMain } from '~/platform/yield-to-main';
import type { Engine } from '~/engine/engine';
import { EngineContext } from '~/engine/use-engine';
import { setPageName, withWords } from '~/i18n/i18n';
import { setServiceNames } from '~/i18n/service-name';
import { hasLock } from '~/prefs/locked';
import { followOtherTabs, prefs } from '~/prefs/prefs';
import { densityIn } from '~/task-view/density';
import { groupingIn } from '~/task-view/grouping';

import './app.css';
import { App } from './App';
import { PLAIN_CONFIG, readConfig, type Config, type ConfigProblem } from './config';
import { ErrorBoundary, Trouble } from './ErrorBoundary';
import { followLocale } from './follow-locale';
import { followSingleKeys } from './follow-single-keys';
import { followTheme } from './follow-theme';
import { followArrivals } from './follow-arrivals';
import { firstCardDrawn } from './first-card-drawn';
import { removeSnapshot } from './remove-snapshot';
import { Board, Compact, ConfigWrong, GroupedGrid, Insight, SortByColumns, Table } from './parts';
import { startEngine } from './start-engine';

/** Starts the page: theme and language, then stored data, then the screen. Never rejects. */
export async function boot(): Promise<void> {
  followTheme();
  followOtherTabs();
  followSingleKeys();
  leaveSignIn();
  followArrivals();
  const read = readConfig();
  await yieldToMain();
  const place = rootElement();
  const drawn = firstCardDrawn(place);
  const root = createRoot(place);
  let hasFetched = (): void => {};
  const fetched = new Promise<void>((resolve) => {
    hasFetched = resolve;
  });
  try {
    const config = read.then(async (found) =>
      'config' in found ? found.config : askToGoOn(root, found.problems),
    );
    const brand = config.then((decided) => {
      setServiceNames(decided.services);
      if (decided.brand.name !== null) {
        setPageName(decided.brand.name);
        document.title = decided.brand.name;
      }
      if (decided.brand.accent !== null) void paint(decided.brand.accent);
      return decided.language;
    });
    const [engine, decided] = await Promise.all([
      startEngine(config, { fetched, drawn }),
      config,
      brand.then(followLocale),
    ]);
    // A link may lead there.
    if (parseView(location.hash).screen.kind === 'insight') void Insight.fetch();
    const hasTasks = (): boolean => engine.tracked.getState().tasks.size > 0;
    const atOnce = [Board, ...waysToShow(engine)];
    if (hasTasks()) await Promise.all(atOnce.map((part) => part.fetch()));
    hasFetched();
    await yieldToMain();
    // A transition renders in slices, so that a slow machine can handle input meanwhile.
    startTransition(() => {
      root.render(
        <StrictMode>
          <ErrorBoundary>
            <EngineContext value={engine}>
              <App config={decided} />
            </EngineContext>
          </ErrorBoundary>
        </StrictMode>,
      );
    });
    if (history.state === FORGOTTEN) {
      const load = withWords(['later'], () => import('~/features/private/say-forgotten'));
      void load().then(({ sayForgotten }) => sayForgotten());
    }
    if (hasLock()) document.getElementById('first-sight')?.remove();
    else removeSnapshot(place, hasTasks() && hasCards());
    whenQuiet(() => void finishStart(place, engine));
  } catch {
    document.getElementById('first-sight')?.remove();
    root.render(<Trouble />);
  }
}

/** Whether the address names a screen with tasks on it, and not one with headings alone. */
function hasCards(): boolean {
  const { kind } = parseView(location.hash).screen;
  return kind === 'board' || kind === 'task';
}

/** The parts that draw the cards as they were last shown, besides those of the board itself. */
function waysToShow({ tracked }: Engine) {
  const view = parseView(location.hash);
  const density = densityIn(view, prefs.getState());
  const { by } = groupingIn(view, prefs.getState(), tracked.getState());
  const ways = { large: by === 'none' ? [] : [GroupedGrid], compact: [Compact], table: [Table] };
  return isColumnSort(view.sort) ? [...ways[density], SortByColumns] : ways[density];
}

/** Shows what is wrong; resolves if the person continues anyway. Until then no task is read or looked up. */
async function askToGoOn(root: Root, problems: readonly ConfigProblem[]): Promise<Config> {
  await followLocale(null);
  document.getElementById('first-sight')?.remove();
  return new Promise((resolve) => {
    root.render(<ConfigWrong problems={problems} onGoOn={() => resolve(PLAIN_CONFIG)} />);
  });
}

/** Not awaited: a page in its default colour is better than none. */
async function paint(accent: string): Promise<void> {
  (await import('./accent')).paintAccent(accent);
}

/** Loads what the next start and the next click will need. Failed downloads are retried when needed. */
async function finishStart(place: HTMLElement, engine: Engine): Promise<void> {
  const parts = [
    import('./save-snapshot'),
    import('./follow-updates'),
    import('./dialog-parts').then(({ preloadParts }) => preloadParts()),
    // The browser itself remembers only the first 250.
    import('~/features/about/requests').then(({ watchRequests }) => watchRequests()),
  ] as const;
  const [snapshot, updates] = await Promise.allSettled(parts);
  if (snapshot.status === 'fulfilled') snapshot.value.saveSnapshot(place, engine);
  await Promise.allSettled([
    import('~/features/private/lock').then(({ followLock }) => followLock()),
    // What lay there too long.
    import('~/engine/bin').then(({ readBin }) => readBin(Date.now())),
    Insight.fetch(),
  ]);
  if (updates.status === 'fulfilled') await updates.value.followUpdates();
}

/** How long to wait after the start, in ms, unless the person does something first. */
const QUIET_MS = 5000;

/** Calls back once, after the cards have been seen, because what follows costs time and bandwidth. */
function whenQuiet(run: () => void): void {
  const once = (): void => {
    clearTimeout(timer);
    removeEventListener('pointerdown', once);
    removeEventListener('keydown', once);
    // Safari has no requestIdleCallback yet.
    if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 5000 });
    else run();
  };
  const timer = setTimeout(once, QUIET_MS);
  addEventListener('pointerdown', once);
  addEventListener('keydown', once);
}

function rootElement(): HTMLElement {
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has no element with the id “root”');
  return element;
}
