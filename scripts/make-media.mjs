// `npm run media`: paints the demo gateway's videos and images and writes them to src/demo/media.
// Every frame is computed here and piped to ffmpeg (with libx264, aac and libwebp); nothing is downloaded.
// `node scripts/make-media.mjs sea city` paints only those two.
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

import { dunes, ridges, sea } from './media/day-scenes.mjs';
import { aurora, city, planet } from './media/night-scenes.mjs';
import { createCanvas } from './media/paint.mjs';
import { jellyfish, lanterns, petals } from './media/portrait-scenes.mjs';
import { portrait } from './media/stills.mjs';

const OUT = fileURLToPath(new URL('../src/demo/media/', import.meta.url));
const FPS = 24;
const LARGEST_VIDEO = 150_000;
const LANDSCAPE = [640, 352];
const PORTRAIT = [352, 640];

const WIND = 'anoisesrc=c=pink:a=0.5:r=44100,bandpass=f=420:w=300,tremolo=f=0.4:d=0.6,volume=1.6';
const WAVES = 'anoisesrc=c=brown:a=0.9:r=44100,lowpass=f=1400,tremolo=f=0.22:d=0.85,volume=0.9';
const CHORD =
  'aevalsrc=0.10*sin(2*PI*220*t)+0.08*sin(2*PI*277.18*t)+0.08*sin(2*PI*329.63*t)+0.04*sin(2*PI*440*t)*(0.6+0.4*sin(2*PI*0.5*t)):s=44100';

/** `input` is the second at which to take the image that the video was "made from". */
const VIDEOS = {
  dunes: { paint: dunes, size: LANDSCAPE, seconds: 6, sound: WIND, input: -3 },
  sea: { paint: sea, size: LANDSCAPE, seconds: 6, sound: WAVES, input: -4 },
  ridges: { paint: ridges, size: LANDSCAPE, seconds: 5, input: -6 },
  aurora: { paint: aurora, size: LANDSCAPE, seconds: 6, input: -5 },
  city: { paint: city, size: LANDSCAPE, seconds: 5, input: -4 },
  planet: { paint: planet, size: LANDSCAPE, seconds: 8, input: 3 },
  petals: { paint: petals, size: PORTRAIT, seconds: 5, input: -3 },
  lanterns: { paint: lanterns, size: PORTRAIT, seconds: 7, sound: CHORD, input: -6 },
  jellyfish: { paint: jellyfish, size: PORTRAIT, seconds: 6, input: -2 },
};
const STILLS = { portrait: { paint: portrait, size: [480, 600] } };

mkdirSync(OUT, { recursive: true });
const wanted = process.argv.slice(2);
const isWanted = ([name]) => wanted.length === 0 || wanted.includes(name);
for (const [name, scene] of Object.entries(VIDEOS).filter(isWanted)) await renderVideo(name, scene);
for (const [name, still] of Object.entries(STILLS).filter(isWanted)) {
  await picture(`${name}.webp`, still, 0, still.size[0], 80);
}

async function renderVideo(name, scene) {
  const { size, seconds, sound, input } = scene;
  const frames = Array.from({ length: seconds * FPS }, (_, i) => render(scene, i / FPS));
  for (let crf = 26; ; crf += 2) {
    await encode(`${name}.mp4`, frames, size, seconds, crf, sound);
    if (report(`${name}.mp4`) <= LARGEST_VIDEO || crf > 38) break;
  }
  await picture(`${name}-poster.webp`, scene, seconds * 0.4, size[0] > size[1] ? 480 : 264, 76);
  await picture(`${name}-input.webp`, scene, input, size[0] > size[1] ? 512 : 320, 80);
}

function render({ paint, size }, t) {
  const canvas = createCanvas(...size);
  paint(canvas, t);
  return canvas.develop();
}

async function encode(file, frames, size, seconds, crf, sound) {
  const fade = `afade=t=in:d=0.6,afade=t=out:st=${seconds - 0.9}:d=0.9`;
  await ffmpeg(
    [
      '-f',
      'rawvideo',
      '-pix_fmt',
      'rgb24',
      '-s',
      size.join('x'),
      '-r',
      String(FPS),
      '-i',
      '-',
      ...(sound ? ['-f', 'lavfi', '-i', `${sound},${fade}`] : []),
      '-c:v',
      'libx264',
      '-preset',
      'slow',
      '-crf',
      String(crf),
      '-pix_fmt',
      'yuv420p',
      '-aq-mode',
      '3',
      '-color_primaries',
      'bt709',
      '-color_trc',
      'bt709',
      '-colorspace',
      'bt709',
      '-vf',
      'scale=out_color_matrix=bt709:out_range=tv',
      '-t',
      String(seconds),
      ...(sound ? ['-c:a', 'aac', '-b:a', '40k', '-ac', '1'] : []),
      '-map_metadata',
      '-1',
      '-fflags',
      '+bitexact',
      '-movflags',
      '+faststart',
      OUT + file,
    ],
    frames,
  );
}

async function picture(file, scene, t, width, quality) {
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', scene.size.join('x'), '-i', '-'];
  const webp = ['-c:v', 'libwebp', '-quality', String(quality), '-preset', 'picture'];
  const fit = ['-vf', `scale=${width}:-2:flags=lanczos`, '-frames:v', '1'];
  await ffmpeg([...raw, ...fit, ...webp, OUT + file], [render(scene, t)]);
  report(file);
}

async function ffmpeg(args, frames) {
  const child = spawn('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...args], {
    stdio: ['pipe', 'inherit', 'inherit'],
  });
  const ended = once(child, 'close');
  for (const frame of frames) {
    if (!child.stdin.write(frame)) await once(child.stdin, 'drain');
  }
  child.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`ffmpeg ended with ${code}`);
}

function report(file) {
  const { size } = statSync(OUT + file);
  console.log(`${file.padEnd(24)} ${(size / 1000).toFixed(0).padStart(4)} kB`);
  return size;
}
