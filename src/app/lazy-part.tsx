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
  type Draw = (props: P) => ReactNode;
  let loading: Promise<Draw> | null = null;
  let loaded: Draw | null = null;
  const fetchOnce = (): Promise<Draw> =>
    (loading ??= load().then((Part) => (loaded = (props: P) => <Part {...props} />)));
  const forget = (): void => {
    loading = null;
  };
  // What is loaded already is drawn without a pause: `use` waits once even for that.
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
