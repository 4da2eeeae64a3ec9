import type { ComponentProps, Ref } from 'react';

import { cn } from '~/ui/cn';

import { FramePicture } from './frame-picture';
import { Picture } from './picture';

/** The background of a video: its picture, or blurred the first input image, or a tint. */
export function Backdrop({ seed, image, sharp = false, whole = false, place, ...heard }: Props) {
  return (
    <div
      ref={place}
      aria-hidden="true"
      className="absolute inset-0 overflow-hidden"
      style={tint(seed)}
    >
      <Layer
        {...heard}
        image={image}
        className={cn('absolute inset-0 size-full object-cover', sharp && !whole ? '' : BLUR)}
      />
      {sharp && whole ? <Layer image={image} className={WHOLE} /> : null}
    </div>
  );
}

interface Props extends Heard {
  /** The same seed always gives the same tint. */
  seed: string;
  image: string | HTMLCanvasElement | null;
  /** Shows the image without blur. */
  sharp?: boolean;
  /** Nothing is cut off: what is left beside a tall image is the image again, blurred. */
  whole?: boolean;
  place?: Ref<HTMLDivElement>;
}

type Heard = Pick<ComponentProps<typeof Picture>, 'onRead' | 'onBroken' | 'onTall'>;

function Layer({
  image,
  className,
  ...heard
}: Heard & { image: Props['image']; className: string }) {
  if (image === null) return null;
  if (typeof image !== 'string') return <FramePicture frame={image} className={className} />;
  return <Picture quiet src={image} className={className} {...heard} />;
}

const BLUR = 'scale-125 video-blur';
const WHOLE = 'absolute inset-y-0 left-1/2 h-full max-w-full -translate-x-1/2 object-contain';

function tint(seed: string): { background: string } {
  let hue = 0;
  for (const letter of seed) hue = (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return {
    background: `linear-gradient(160deg, oklch(52% 0.075 ${hue}), oklch(34% 0.06 ${hue + 30}) 48%, oklch(22% 0.035 ${hue + 70}))`,
  };
}
