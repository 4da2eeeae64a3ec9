import type { Task } from '~/core/task';

import { asNumber, firstAt, type Json } from './read';

type Shape = Pick<Task, 'width' | 'height' | 'orientation' | 'seconds'>;

const HOLDERS = [
  '',
  'video.',
  'videos.',
  'metadata.',
  'detail.',
  'detail.pending_info.',
  'detail.draft_info.',
  'generations.',
  'task_result.videos.',
  'input.',
  'detail.input.',
  'detail.req.',
  'request.',
  'parameters.',
  'properties.',
];
const each = (...names: string[]): string[] =>
  HOLDERS.flatMap((holder) => names.map((name) => holder + name));

const WIDTH = [...each('width'), 'video_width'];
const HEIGHT = [...each('height'), 'video_height'];
const SIZE = each('size', 'resolution', 'video_size', 'dimensions');
const RATIO = each('aspect_ratio', 'ratio');
const ORIENTATION = each('orientation', 'aspect_ratio');
const SECONDS = [
  ...each('seconds', 'duration', 'n_seconds', 'duration_seconds', 'video_duration', 'video_length'),
  'usage.duration',
  'usage.video_duration',
  'usage.output_video_duration',
];
const FRAMES = each('n_frames', 'num_frames');
const FPS = each('fps', 'frame_rate', 'framespersecond');
/** Sora gives only the number of frames; its videos have 30 per second. */
const DEFAULT_FPS = 30;

/** Size in pixels, orientation and duration in seconds, as far as the answer gives them. */
export function shapeOf(layers: readonly Json[]): Shape {
  const size = sizeOf(layers);
  const word = firstAt(layers, ORIENTATION, orientationWord);
  const ratio = size ?? firstAt(layers, RATIO, readRatio);
  const sides = ratio ? orientationOf(ratio[0], ratio[1]) : null;
  return {
    width: size?.[0] ?? null,
    height: size?.[1] ?? null,
    orientation: size ? sides : (word ?? sides),
    seconds: firstAt(layers, SECONDS, readSeconds) ?? framesAsSeconds(layers),
  };
}

type Pair = readonly [width: number, height: number];

function sizeOf(layers: readonly Json[]): Pair | null {
  const width = firstAt(layers, WIDTH, readPixels);
  const height = firstAt(layers, HEIGHT, readPixels);
  if (width !== null && height !== null) return [width, height];
  const written = firstAt(layers, SIZE, readPair);
  if (written) return written;
  const short = firstAt(layers, SIZE, readShortSide);
  const ratio = firstAt(layers, RATIO, readRatio);
  if (short === null || !ratio) return null;
  const scale = short / Math.min(...ratio);
  return [evenly(ratio[0] * scale), evenly(ratio[1] * scale)];
}

/** Encoders need even dimensions: 480P at 16:9 is 854 wide, not 853. */
function evenly(side: number): number {
  return Math.round(side / 2) * 2;
}

/** `1280x720`, `1280*720`, `1280×720`. */
function readPair(value: unknown): Pair | null {
  const match =
    typeof value === 'string' ? /^\s*(\d{2,5})\s*[x*×X]\s*(\d{2,5})\s*$/.exec(value) : null;
  return match ? [Number(match[1]), Number(match[2])] : null;
}

/** `720P` is the short side; `small` and `large` are not sizes. */
function readShortSide(value: unknown): number | null {
  if (typeof value !== 'string') return null;
  const match = /^\s*(\d{3,4})p\s*$/i.exec(value);
  if (match) return Number(match[1]);
  return /^\s*4k\s*$/i.test(value) ? 2160 : null;
}

/** `16:9`; `adaptive` says nothing. */
function readRatio(value: unknown): Pair | null {
  const match =
    typeof value === 'string' ? /^\s*(\d{1,4})\s*[:x/：]\s*(\d{1,4})\s*$/i.exec(value) : null;
  const pair: Pair | null = match ? [Number(match[1]), Number(match[2])] : null;
  return pair && pair[0] > 0 && pair[1] > 0 ? pair : null;
}

function readPixels(value: unknown): number | null {
  const pixels = asNumber(value);
  return pixels !== null && pixels >= 16 && pixels <= 16_384 ? Math.round(pixels) : null;
}

/** At most ten hours; more is a timestamp or a number of frames. */
function readSeconds(value: unknown): number | null {
  const seconds = asNumber(value);
  return seconds !== null && seconds > 0 && seconds <= 36_000 ? seconds : null;
}

function framesAsSeconds(layers: readonly Json[]): number | null {
  const frames = firstAt(layers, FRAMES, readSeconds);
  return frames === null ? null : frames / (firstAt(layers, FPS, readSeconds) ?? DEFAULT_FPS);
}

function orientationWord(value: unknown): Task['orientation'] {
  const word = typeof value === 'string' ? value.trim().toLowerCase() : '';
  if (word === 'portrait' || word === 'vertical') return 'portrait';
  if (word === 'landscape' || word === 'horizontal') return 'landscape';
  return word === 'square' ? 'square' : null;
}

function orientationOf(width: number, height: number): Task['orientation'] {
  if (width === height) return 'square';
  return width > height ? 'landscape' : 'portrait';
}
