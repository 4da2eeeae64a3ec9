import { openDialog } from '~/address/dialogs';
import { useT } from '~/i18n/use-t';
import { Button } from '~/ui/button';
import { Icon } from '~/ui/icons';

import type { AddForm } from './use-add-form';

/** Says which links get no key, and why; what this page itself has made a link of can be opened. */
export function LinksNote({ form: { links, draft } }: { form: AddForm }) {
  const t = useT();
  const link = sharedIn(draft.text);
  return (
    <div className="flex flex-wrap items-center gap-2.5 px-5 pb-3.5 text-ink-2">
      <p className="flex min-w-0 flex-1 gap-2.5 basis-60">
        <Icon name="info" className="mt-0.5" />
        <span className="min-w-0 wrap-anywhere">
          {t('add.linksNote', {
            links: links.map(({ host, reason }) => t(REASON_WORDS[reason], { host })).join(' '),
          })}
        </span>
      </p>
      {link === null ? null : (
        <Button size="sm" onClick={() => openDialog({ kind: 'shared', from: { link } })}>
          {t('add.openShared')}
        </Button>
      )}
    </div>
  );
}

const REASON_WORDS = { 'own-page': 'add.linkOwnPage', document: 'add.linkDocument' } as const;

/** What stands in a link of this page to shared tasks; null if there is none in the text. */
function sharedIn(text: string): string | null {
  const start = `${location.origin}${location.pathname}#/share/`;
  const at = text.indexOf(start);
  return at < 0 ? null : (/^[\w-]+/.exec(text.slice(at + start.length))?.[0] ?? null);
}
