import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';

import { EngineContext } from '~/engine/tasks/use-engine';
import { followOtherTabs } from '~/prefs/prefs';

import './app.css';
import { App } from './App';
import { readConfig } from './config';
import { ErrorBoundary, Trouble } from './ErrorBoundary';
import { followLocale } from './follow-locale';
import { followTheme } from './follow-theme';
import { preloadParts } from './parts';
import { startEngine } from './start-engine';

/** Brings the page up: looks and language, then what is remembered, then the screen. Never rejects. */
export async function boot(): Promise<void> {
  followTheme();
  followOtherTabs();
  const root = createRoot(rootElement());
  try {
    const reading = readConfig();
    const [engine, config] = await Promise.all([startEngine(reading), reading, followLocale()]);
    root.render(
      <StrictMode>
        <ErrorBoundary>
          <EngineContext value={engine}>
            <QueryClientProvider client={engine.queryClient}>
              <App config={config} />
            </QueryClientProvider>
          </EngineContext>
        </ErrorBoundary>
      </StrictMode>,
    );
    whenIdle(() => void preloadParts());
  } catch {
    root.render(<Trouble />);
  }
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
