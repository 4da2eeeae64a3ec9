import { Suspense, use, type ComponentType, type ReactNode } from 'react';

import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { ErrorBoundary } from './ErrorBoundary';

/**
 * A part of the page that is downloaded when it is first drawn. Unlike `React.lazy` it may be tried again after
 * a download that failed, as after an update of the page, and never takes the rest of the page with it.
 * @param instead drawn after a failure; `again` tries once more
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  instead: (props: P, again: () => void) => ReactNode,
): LazyPart<P> {
  let loading: Promise<ComponentType<P>> | null = null;
  let Loaded: ComponentType<P> | null = null;
  const fetchOnce = (): Promise<ComponentType<P>> =>
    (loading ??= load().then((Part) => (Loaded = Part)));
  const forget = (): void => {
    loading = null;
  };
  function Awaited(props: P) {
    const Part = use(fetchOnce());
    return <Part {...props} />;
  }
  function LazyPart(props: P) {
    return (
      <ErrorBoundary onFault={forget} instead={(again) => instead(props, again)}>
        {Loaded ? (
          <Loaded {...props} />
        ) : (
          <Suspense>
            <Awaited {...props} />
          </Suspense>
        )}
      </ErrorBoundary>
    );
  }
  LazyPart.fetch = async (): Promise<void> => {
    await fetchOnce().catch(forget);
  };
  return LazyPart;
}

type LazyPart<P> = ComponentType<P> & {
  /** Downloads the part before it is drawn. Never rejects: a failure shows, and is tried again, where it is drawn. */
  fetch(): Promise<void>;
};

/** What is drawn instead of a window that could not be downloaded. It needs no download itself. */
export function PartFailed({ onClose }: { onClose: () => void }) {
  const t = useT();
  return (
    <div
      role="alert"
      className="fixed inset-x-4 bottom-4 z-60 mx-auto flex max-w-[520px] flex-wrap items-center justify-end gap-2 rounded-xl border border-line bg-surface p-3 pl-4 lift-window"
    >
      <p className="min-w-[200px] flex-1">{t('app.partFailed')}</p>
      <Button size="sm" onClick={onClose}>
        {t('ui.close')}
      </Button>
      <Button size="sm" variant="primary" onClick={() => location.reload()}>
        {t('app.reload')}
      </Button>
    </div>
  );
}
