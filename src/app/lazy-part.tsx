import { Suspense, use, type ComponentType, type ReactNode } from 'react';

import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { ErrorBoundary } from './ErrorBoundary';

/**
 * A part of the page whose code is loaded on first render. Unlike `React.lazy` it can be retried after a failed
 * download, as after an update, and its failure never affects the rest of the page.
 * @param instead rendered after a failure; `again` tries once more
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  instead: (props: P, again: () => void) => ReactNode,
): LazyPart<P> {
  type Draw = (props: P) => ReactNode;
  let loading: Promise<Draw> | null = null;
  let loaded: Draw | null = null;
  const fetchOnce = (): Promise<Draw> =>
    (loading ??= load().then((Part) => (loaded = (props: P) => <Part {...props} />)));
  const forget = (): void => {
    loading = null;
  };
  // Code that is loaded renders without suspending: `use` would suspend once even then.
  function Loaded(props: P) {
    return (loaded ?? use(fetchOnce()))(props);
  }
  function LazyPart(props: P) {
    return (
      <ErrorBoundary onFault={forget} instead={(again) => instead(props, again)}>
        <Suspense>
          <Loaded {...props} />
        </Suspense>
      </ErrorBoundary>
    );
  }
  LazyPart.fetch = async (): Promise<void> => {
    await fetchOnce().catch(forget);
  };
  return LazyPart;
}

type LazyPart<P> = ComponentType<P> & {
  /** Loads the code ahead of rendering. Never rejects: failures are shown and retried on render. */
  fetch(): Promise<void>;
};

/** Rendered instead of a dialog that failed to load. It needs no download itself. */
export function PartFailed({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-4 z-60 mx-auto flex max-w-130 flex-wrap items-center justify-end gap-2 rounded-xl border border-line bg-surface p-3 pl-4 lift-window"
    >
      <p className="min-w-50 flex-1">{t('app.partFailed')}</p>
      <Button size="sm" onClick={onClose}>
        {t('ui.close')}
      </Button>
      <Button size="sm" variant="primary" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </div>
  );
}
