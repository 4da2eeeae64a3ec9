import { useSaid } from './use-said';

/** The one place from which screen readers are told, politely, what changes elsewhere on the page. */
export function Announcer() {
  const { n, text } = useSaid();
  return (
    <div role="status" aria-live="polite" className="sr-only">
      {/* The same words twice are said twice. */}
      <p key={n}>{text}</p>
    </div>
  );
}
