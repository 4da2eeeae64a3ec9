import { cn } from '~/ui/cn';

import { Picture } from './picture';

/** The background of a video that is not ready: the first input image, blurred, or a tint. */
export function Backdrop({ seed, image, sharp = false, onRead }: Props) {
  return (
    <div aria-hidden="true" className="absolute inset-0 overflow-hidden" style={tint(seed)}>
      {image === null ? null : (
        <Picture
          quiet
          src={image}
          {...(onRead ? { onRead } : {})}
          className={cn('absolute inset-0 size-full object-cover', sharp ? '' : BLUR)}
        />
      )}
    </div>
  );
}

interface Props {
  /** The same seed always gives the same tint. */
  seed: string;
  image: string | null;
  /** Shows the image without blur. */
  sharp?: boolean;
  /** Called with the image once it has loaded, if its pixels can be read. */
  onRead?: (picture: HTMLImageElement) => void;
}

const BLUR = 'scale-125 video-blur';

function tint(seed: string): { background: string } {
  let hue = 0;
  for (const letter of seed) hue = (hue * 31 + (letter.codePointAt(0) ?? 0)) % 360;
  return {
    background: `linear-gradient(160deg, oklch(52% 0.075 ${hue}), oklch(34% 0.06 ${hue + 30}) 48%, oklch(22% 0.035 ${hue + 70}))`,
  };
}
