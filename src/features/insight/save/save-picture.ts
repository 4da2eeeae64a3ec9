import { isoDay } from '~/core/iso-day';
import { saveBlob } from '~/ui/download';

import { pictureSvg } from './picture-svg';

/** As sharp as a fine screen. */
const SCALE = 2;

/** Saves what is seen of an element as a PNG named after today. False if the browser could not make it; never rejects. */
export async function savePicture(frame: Element, name: string): Promise<boolean> {
  try {
    const png = await pngOf(frame);
    if (png) saveBlob(png, `${name}-${isoDay(Date.now())}.png`);
    return png !== null;
  } catch {
    return false;
  }
}

async function pngOf(frame: Element): Promise<Blob | null> {
  const { svg, width, height } = pictureSvg(frame);
  const text = new XMLSerializer().serializeToString(svg);
  const url = URL.createObjectURL(new Blob([text], { type: 'image/svg+xml' }));
  try {
    const image = new Image();
    image.src = url;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = Math.round(width * SCALE);
    canvas.height = Math.round(height * SCALE);
    canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve) => canvas.toBlob(resolve, 'image/png'));
  } finally {
    URL.revokeObjectURL(url);
  }
}
