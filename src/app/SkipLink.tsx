import { useT } from '~/i18n/use-t';

/** The first stop of Tab: past the banner, to the content of the page. Seen while it has the focus. */
export function SkipLink() {
  const t = useT();
  return (
    <a
      href="#main"
      onClick={(event) => {
        // The address has the view in its hash.
        event.preventDefault();
        document.querySelector('main')?.focus();
      }}
      className="fixed top-2 start-2 z-60 rounded-control bg-accent px-3.5 py-2 font-medium text-accent-ink lift-menu focus-ring not-focus:sr-only"
    >
      {t('app.skip')}
    </a>
  );
}
