import { useEffect, useState } from 'react';

import { useT } from '~/i18n/use-t';

/** The most characters of a link in a code that a phone's camera reads from a screen. */
const MOST = 1800;
/** Light around it, in modules, without which cameras do not find it. */
const QUIET = 4;

/** Whether a link fits into a code. */
export function fitsCode(url: string): boolean {
  return url.length <= MOST;
}

/** A link as a QR code: always dark on light, and as large as its detail needs. Nothing until its code has come. */
export function QrCode({ url }: { url: string }) {
  const t = useT();
  const drawn = useDrawing(url);
  if (drawn === null) return null;
  const { path, size } = drawn;
  const pixels = Math.max(104, size * 2);
  return (
    <svg
      role="img"
      aria-label={t('share.qrOf')}
      viewBox={`0 0 ${size} ${size}`}
      width={pixels}
      height={pixels}
      shapeRendering="crispEdges"
      className="h-auto max-w-full flex-none rounded-lg border border-line bg-white"
    >
      <path d={path} fill="#000" />
    </svg>
  );
}

interface Drawing {
  url: string;
  path: string;
  size: number;
}

function useDrawing(url: string): Drawing | null {
  const [drawing, setDrawing] = useState<Drawing | null>(null);
  useEffect(() => {
    let isOver = false;
    import('lean-qr/nano').then(
      ({ generate }) => {
        if (!isOver) setDrawing(draw(url, generate(url)));
      },
      // Without its code there is still the link.
      () => undefined,
    );
    return () => {
      isOver = true;
    };
  }, [url]);
  return drawing?.url === url ? drawing : null;
}

function draw(url: string, code: { size: number; get(x: number, y: number): boolean }): Drawing {
  const cells = Array.from({ length: code.size }, (_, at) => at);
  const path = cells.flatMap((y) =>
    cells.flatMap((x) => (code.get(x, y) ? `M${x + QUIET} ${y + QUIET}h1v1h-1z` : [])),
  );
  return { url, path: path.join(''), size: code.size + 2 * QUIET };
}
