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
  const fetchOnce = (): Promise<Draw> => (loading ??= readable(drawn()));
  const drawn = async (): Promise<Draw> => {
    const Part = await load();
    return (props) => <Part {...props} />;
  };
  const forget = (): void => {
    loading = null;
  };
  function Loaded(props: P) {
    return use(fetchOnce())(props);
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

/**
 * The same promise, marked as React marks those it has seen: then `use` reads what has come without suspending once
 * more. It is called every time all the same, since React complains of a part that suspended by it and then does without.
 */
function readable<T>(promise: Promise<T>): Promise<T> {
  promise.then(
    (value) => Object.assign(promise, { status: 'fulfilled', value }),
    // React sees to a download that fails.
    () => undefined,
  );
  return promise;
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
      className="fixed inset-x-4 bottom-4 z-60 mx-auto flex max-w-130 flex-wrap items-center justify-end gap-2 rounded-xl border border-line bg-surface p-3 ps-4 lift-window"
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
