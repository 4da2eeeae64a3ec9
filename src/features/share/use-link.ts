import { useEffect, useState } from 'react';

import { fitsLink, toLinkText } from '~/engine/board-file/link';

/** A link to hand over: still being made, too long for chats and browsers, or there. */
export type Link = { kind: 'making' } | { kind: 'too-long' } | { kind: 'made'; url: string };

/** The link that holds a file's text. What stands behind `#` is never sent to the page's host. */
export function useLink(text: string): Link {
  const [made, setMade] = useState<{ text: string; link: Link } | null>(null);
  useEffect(() => {
    let isOver = false;
    void toLinkText(text).then((part) => {
      const url = `${location.origin}${location.pathname}#/share/${part}`;
      const link: Link = fitsLink(text, part) ? { kind: 'made', url } : { kind: 'too-long' };
      if (!isOver) setMade({ text, link });
    });
    return () => {
      isOver = true;
    };
  }, [text]);
  // The link of what was ticked a moment ago would hold something else than is said.
  return made?.text === text ? made.link : { kind: 'making' };
}
