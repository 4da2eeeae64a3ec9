import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot, type Root } from 'react-dom/client';

import { EngineContext } from '~/engine/tasks/use-engine';
import { setPageName } from '~/i18n/i18n';
import { followOtherTabs } from '~/prefs/prefs';

import './app.css';
import { App } from './App';
import { PLAIN_CONFIG, readConfig, type Config, type ConfigProblem } from './config';
import { ErrorBoundary, Trouble } from './ErrorBoundary';
import { followLocale } from './follow-locale';
import { followTheme } from './follow-theme';
import { ConfigWrong, preloadParts } from './parts';
import { startEngine } from './start-engine';

/** Brings the page up: looks and language, then what is remembered, then the screen. Never rejects. */
export async function boot(): Promise<void> {
  followTheme();
  followOtherTabs();
  const root = createRoot(rootElement());
  try {
    const config = readConfig().then(async (read) =>
      'config' in read ? read.config : askToGoOn(root, read.problems),
    );
    const brand = config.then((decided) => {
      if (decided.brand.name !== null) setPageName(decided.brand.name);
      if (decided.brand.accent !== null) void paint(decided.brand.accent);
      return decided.language;
    });
    const [engine, decided] = await Promise.all([
      startEngine(config),
      config,
      brand.then(followLocale),
    ]);
    root.render(
      <StrictMode>
        <ErrorBoundary>
          <EngineContext value={engine}>
            <QueryClientProvider client={engine.queryClient}>
              <App config={decided} />
            </QueryClientProvider>
          </EngineContext>
        </ErrorBoundary>
      </StrictMode>,
    );
    whenIdle(() => {
      void preloadParts().then(async () => (await import('./follow-updates')).followUpdates());
    });
  } catch {
    root.render(<Trouble />);
  }
}

/** Shows what is wrong; resolves when the person would rather go on without. Tasks are neither read nor asked before. */
async function askToGoOn(root: Root, problems: readonly ConfigProblem[]): Promise<Config> {
  await followLocale(null);
  return new Promise((resolve) => {
    root.render(<ConfigWrong problems={problems} onGoOn={() => resolve(PLAIN_CONFIG)} />);
  });
}

/** Not awaited: a page in its usual colour is better than none. */
async function paint(accent: string): Promise<void> {
  (await import('./accent')).paintAccent(accent);
}

/** Safari has no idle callback yet: there, two seconds after the start. */
function whenIdle(run: () => void): void {
  if ('requestIdleCallback' in globalThis) requestIdleCallback(run, { timeout: 5000 });
  else setTimeout(run, 2000);
}

function rootElement(): HTMLElement {
  const element = document.getElementById('root');
  if (!element) throw new Error('index.html has no element with the id “root”');
  return element;
}
