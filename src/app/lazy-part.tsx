import { useLayoutEffect, useState, type ComponentType, type ReactNode } from 'react';

import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';

import { ErrorBoundary } from './ErrorBoundary';

/**
 * A part of the page whose code is loaded on first render. Unlike `React.lazy` it can be retried after a failed
 * download, as after an update, its failure never affects the rest of the page, and it is drawn as soon as it is there:
 * what React suspends stays hidden for 0.3 s at least, so that nothing flickers, even if its code came in a tenth of that.
 * @param instead rendered after a failure; `again` tries once more
 */
export function lazyPart<P extends object>(
  load: () => Promise<ComponentType<P>>,
  instead: (props: P, again: () => void) => ReactNode,
): LazyPart<P> {
  let part: ComponentType<P> | null = null;
  let loading: Promise<void> | null = null;
  const fetchOnce = (): Promise<void> =>
    (loading ??= load().then((loaded) => {
      part = loaded;
    }));
  const forget = (): void => {
    loading = null;
  };
  function Loaded(props: P) {
    const [fault, setFault] = useState<{ is: unknown } | null>(null);
    const [isThere, come] = useState(part !== null);
    useLayoutEffect(() => {
      if (isThere) return;
      fetchOnce().then(
        () => come(true),
        (is: unknown) => setFault({ is }),
      );
    }, [isThere]);
    if (fault) throw fault.is;
    const Part = part;
    return Part && <Part {...props} />;
  }
  function LazyPart(props: P) {
    return (
      <ErrorBoundary onFault={forget} instead={(again) => instead(props, again)}>
        <Loaded {...props} />
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
