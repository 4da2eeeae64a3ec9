import { openInTurn } from './in-turn';
import { openSharedText } from './shared-text';
import { openStart, readStart } from './start-link';

/** Opens what an address has brought. It is out of the address by now. */
export function openAddress(hash: string, search: string): void {
  const [, link, start, text, rest = ''] =
    /^#\/?(?:(share)\/|(add)\/?\?|(shared)$)(.*)$/is.exec(hash) ?? [];
  if (link) openInTurn({ kind: 'shared', from: { link: rest } });
  // What a console puts before `#` stands in its link too.
  if (start) openStart(`${search.slice(1)}&${rest}`);
  if (text) void openSharedText();
  // Somebody has published a key, whatever else the address says.
  if (!start && readStart(search.slice(1)).hadKey) openStart(search.slice(1));
}

/** Opens a file that was dropped. */
export function openFile(file: File): void {
  openInTurn({ kind: 'shared', from: { file } });
}
