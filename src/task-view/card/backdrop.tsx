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

/** A dim evening with a light of its own. */
function tint(seed: string): { background: string } {
  let hash = 0;
  for (const letter of seed) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 9973;
  // Neighbours, whose ids differ in their last letter, look unlike: the golden angle apart.
  const hue = Math.round(hash * 137.5) % 360;
  const light = `radial-gradient(90% 70% at ${20 + (hash % 61)}% ${75 + (hash % 16)}%, oklch(66% 0.09 ${hue + 40} / 0.35), transparent)`;
  return {
    background: `${light}, linear-gradient(170deg, oklch(30% 0.05 ${hue + 60}), oklch(40% 0.07 ${hue}) 58%, oklch(24% 0.04 ${hue + 20}))`,
  };
}
