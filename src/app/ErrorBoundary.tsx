import { Component, type ReactNode } from 'react';

import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';

interface Props {
  children: ReactNode;
  /** Rendered instead of the children after an error; `again` tries them once more. */
  instead?: (again: () => void) => ReactNode;
  onFault?: (() => void) | undefined;
}

/** Confines a rendering error to where it happened, and says in plain words what the person can do. */
export class ErrorBoundary extends Component<Props, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError(): { failed: boolean } {
    return { failed: true };
  }

  override componentDidCatch(): void {
    this.props.onFault?.();
  }

  override render(): ReactNode {
    if (!this.state.failed) return this.props.children;
    const again = (): void => this.setState({ failed: false });
    return this.props.instead ? this.props.instead(again) : <Trouble onAgain={again} />;
  }
}

/** Shown instead of the page. Nothing about the error itself: it would only frighten, or leak. */
export function Trouble({ onAgain }: { onAgain?: () => void }) {
  const t = useT();
  return (
    <section role="alert" className="mx-auto mt-16 flex max-w-130 flex-col items-start gap-2 px-5">
      <h2 className="flex items-center gap-2 text-headline">
        <Icon name="warning" className="size-5 text-bad-ink" />
        {t('app.troubleTitle')}
      </h2>
      <p className="text-ink-2">{t('app.troubleText')}</p>
      <div className="mt-3 flex gap-2">
        <Button variant="primary" icon="refresh" onClick={() => location.reload()}>
          {t('app.reload')}
        </Button>
        {onAgain ? <Button onClick={onAgain}>{t('app.tryAgain')}</Button> : null}
      </div>
    </section>
  );
}
