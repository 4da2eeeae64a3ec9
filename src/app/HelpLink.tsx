import { useT } from '~/i18n/use-t';

/** A link to the help offered by the page's host. */
export function HelpLink({ address }: { address: string | null }) {
  const t = useT();
  if (address === null) return null;
  return (
    <a
      href={address}
      target="_blank"
      rel="noreferrer"
      className="rounded-lg px-2 py-1.5 font-medium text-ink-2 focus-ring hover:text-ink hover:underline"
    >
      {t('app.help')}
      <span className="sr-only"> ({t('ui.newTab')})</span>
    </a>
  );
}
