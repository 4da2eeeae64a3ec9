import { useT } from '~/i18n/use-t';

/** A link to the help offered by the page's host, or else to the page's own. */
export function HelpLink({ address }: { address: string | null }) {
  const t = useT();
  return (
    <a
      href={address ?? '#/help/'}
      target={address === null ? undefined : '_blank'}
      rel="noreferrer"
      className="rounded-lg px-2 py-1.5 pointer-coarse:py-3 font-medium text-ink-2 focus-ring hover:text-ink hover:underline"
    >
      {t('app.help')}
      {address === null ? null : <span className="sr-only"> ({t('ui.newTab')})</span>}
    </a>
  );
}
