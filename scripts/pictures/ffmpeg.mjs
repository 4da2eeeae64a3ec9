// Makes the browser's pictures small enough for a README.
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

const LARGEST_STILL = 250_000;
const LARGEST_SHOT = 50_000;
const LARGEST_CLIP = 2_500_000;
/** `tests/help-pictures.test.ts` holds them to it. */
const LARGEST_PICTURE = 20_000;

/** Writes a screenshot as a PNG with a palette: a third of the bytes, with hardly any visible difference. */
export function writeStill(screenshot, file) {
  for (const colors of [256, 192, 128]) {
    const palette = `split[a][b];[a]palettegen=max_colors=${colors}:reserve_transparent=0[p];[b][p]paletteuse`;
    // Sierra dithering avoids banding in skies; flat surfaces, which are most of the page, stay flat.
    const filter = `${palette}=dither=sierra2_4a`;
    const input = ['-f', 'image2pipe', '-c:v', 'png', '-i', '-'];
    ffmpeg(
      [...input, '-vf', filter, '-pred', 'mixed', '-compression_level', '9', file],
      screenshot,
    );
    if (statSync(file).size <= LARGEST_STILL) break;
  }
  report(file, LARGEST_STILL);
}

/** Writes a screenshot as a small WebP, for the manifest: what browsers show before the page is installed. */
export function writeShot(screenshot, file) {
  const webp = ['-c:v', 'libwebp', '-preset', 'picture', '-quality', '70'];
  ffmpeg(['-f', 'image2pipe', '-c:v', 'png', '-i', '-', ...webp, file], screenshot);
  report(file, LARGEST_SHOT);
}

/** Writes an animated WebP from a list of pictures with their durations, in ffmpeg's concat format. */
export function writeClip(list, fps, file) {
  const input = ['-f', 'concat', '-safe', '0', '-i', list, '-vf', `fps=${fps}`];
  const webp = ['-c:v', 'libwebp_anim', '-preset', 'drawing', '-compression_level', '5'];
  // Highest first: below 90, scrolled-away content leaves faint marks on flat surfaces.
  for (const quality of [92, 85, 75, 60]) {
    ffmpeg([...input, ...webp, '-quality', String(quality), '-loop', '0', file]);
    if (statSync(file).size <= LARGEST_CLIP) break;
  }
  report(file, LARGEST_CLIP);
}

/** Writes a screenshot as a small WebP, for the page itself. */
export function writePicture(screenshot, { width, height }, file) {
  for (const quality of [82, 70, 55, 40, 30]) {
    const input = ['-f', 'image2pipe', '-c:v', 'png', '-i', '-'];
    const webp = ['-c:v', 'libwebp', '-preset', 'text', '-compression_level', '6'];
    const scale = ['-vf', `scale=${width}:${height}:flags=lanczos`];
    ffmpeg([...input, ...scale, ...webp, '-quality', String(quality), file], screenshot);
    if (statSync(file).size <= LARGEST_PICTURE) break;
  }
  report(file, LARGEST_PICTURE);
}

function ffmpeg(args, input) {
  const { error, status, stderr } = spawnSync(
    'ffmpeg',
    ['-hide_banner', '-loglevel', 'error', '-y', ...args],
    { input, encoding: 'utf8' },
  );
  if (error) throw error;
  if (status !== 0) throw new Error(`ffmpeg ended with ${status}: ${stderr}`);
}

function report(file, largest) {
  const { size } = statSync(file);
  const note = size > largest ? `, more than the ${largest / 1000} kB it should have` : '';
  console.log(
    `${path.basename(file).padEnd(20)} ${(size / 1000).toFixed(0).padStart(5)} kB${note}`,
  );
}
