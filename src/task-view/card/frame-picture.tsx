import { useLayoutEffect, useRef } from 'react';

/** A frame that this page may show and not read, drawn once more: an element can be in one place only. */
export function FramePicture({
  frame,
  className,
}: {
  frame: HTMLCanvasElement;
  className: string;
}) {
  const own = useRef<HTMLCanvasElement>(null);
  useLayoutEffect(() => {
    own.current?.getContext('2d')?.drawImage(frame, 0, 0);
  }, [frame]);
  return <canvas ref={own} width={frame.width} height={frame.height} className={className} />;
}
