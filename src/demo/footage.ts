/** The demo's own videos and images, drawn by `npm run media`. */
export interface Scene {
  video: string;
  poster: string;
  input: string;
  width: number;
  height: number;
  seconds: number;
  prompt: string;
  enhanced: string;
}

const WIDE = { width: 640, height: 352 };
const TALL = { width: 352, height: 640 };

// Written out file by file: bundlers only find `new URL('…', import.meta.url)` if the name is a literal.
export const SCENES = {
  sea: {
    video: new URL('./media/sea.mp4', import.meta.url).href,
    poster: new URL('./media/sea-poster.webp', import.meta.url).href,
    input: new URL('./media/sea-input.webp', import.meta.url).href,
    ...WIDE,
    seconds: 6,
    prompt: 'Sun going down over the sea, calm',
    enhanced:
      'Wide, locked-off view of a calm sea at dusk; the low sun lays a trembling path of light on the water while violet clouds drift slowly towards the horizon.',
  },
  dunes: {
    video: new URL('./media/dunes.mp4', import.meta.url).href,
    poster: new URL('./media/dunes-poster.webp', import.meta.url).href,
    input: new URL('./media/dunes-input.webp', import.meta.url).href,
    ...WIDE,
    seconds: 6,
    prompt: 'Desert dunes, late light, wind',
    enhanced:
      'Aerial glide over long desert dunes in late light; the shadows of the crests creep sideways as a fine veil of sand lifts in the wind.',
  },
  ridges: {
    video: new URL('./media/ridges.mp4', import.meta.url).href,
    poster: new URL('./media/ridges-poster.webp', import.meta.url).href,
    input: new URL('./media/ridges-input.webp', import.meta.url).href,
    ...WIDE,
    seconds: 5,
    prompt: 'Snowy mountains in the morning, snow drifting',
    enhanced:
      'Slow sideways travel along snow-covered ridges at first light, layer behind layer, the far peaks glowing pink while loose snow drifts past the camera.',
  },
  aurora: {
    video: new URL('./media/aurora.mp4', import.meta.url).href,
    poster: new URL('./media/aurora-poster.webp', import.meta.url).href,
    input: new URL('./media/aurora-input.webp', import.meta.url).href,
    ...WIDE,
    seconds: 6,
    prompt: 'Northern lights over a lake',
    enhanced:
      'Curtains of green and violet northern light ripple over a black lake, mirrored in the still water, stars sharp above.',
  },
  city: {
    video: new URL('./media/city.mp4', import.meta.url).href,
    poster: new URL('./media/city-poster.webp', import.meta.url).href,
    input: new URL('./media/city-input.webp', import.meta.url).href,
    ...WIDE,
    seconds: 5,
    prompt: 'City lights out of focus at night',
    enhanced:
      'Night street seen through a long lens, everything out of focus: warm and cold discs of light overlap, breathe and slide past each other.',
  },
  petals: {
    video: new URL('./media/petals.mp4', import.meta.url).href,
    poster: new URL('./media/petals-poster.webp', import.meta.url).href,
    input: new URL('./media/petals-input.webp', import.meta.url).href,
    ...TALL,
    seconds: 5,
    prompt: 'Falling petals, vertical, soft pink light',
    enhanced:
      'Vertical frame, soft pink rim light: petals fall in slow motion, turning over once or twice before they leave the picture.',
  },
  planet: {
    video: new URL('./media/planet.mp4', import.meta.url).href,
    poster: new URL('./media/planet-poster.webp', import.meta.url).href,
    input: new URL('./media/planet-input.webp', import.meta.url).href,
    ...WIDE,
    seconds: 8,
    prompt: 'Sunrise seen from orbit',
    enhanced:
      'Seen from orbit, a blue planet turns under drifting cloud, city lights on its night side; the sun climbs over the rim and the thin line of air catches fire.',
  },
  lanterns: {
    video: new URL('./media/lanterns.mp4', import.meta.url).href,
    poster: new URL('./media/lanterns-poster.webp', import.meta.url).href,
    input: new URL('./media/lanterns-input.webp', import.meta.url).href,
    ...TALL,
    seconds: 7,
    prompt: '天灯缓缓升空，竖屏',
    enhanced:
      '竖幅画面：深蓝的夜空里，一盏盏暖黄色的天灯轻轻摇晃着升起，越飞越小，光点映在水面上。',
  },
  jellyfish: {
    video: new URL('./media/jellyfish.mp4', import.meta.url).href,
    poster: new URL('./media/jellyfish-poster.webp', import.meta.url).href,
    input: new URL('./media/jellyfish-input.webp', import.meta.url).href,
    ...TALL,
    seconds: 6,
    prompt: 'Jellyfish drifting upwards, vertical',
    enhanced:
      'Vertical frame, deep blue water: a translucent jellyfish pulses upwards, its tentacles trailing light, specks of plankton drifting by.',
  },
} as const satisfies Record<string, Scene>;

export type SceneName = keyof typeof SCENES;
export const SCENE_NAMES = Object.keys(SCENES) as SceneName[];

/** The picture of a person that the demo's moderation declines. */
export const PERSON = new URL('./media/portrait.webp', import.meta.url).href;

const FILES = new Map(
  [
    ...Object.values(SCENES).flatMap(({ video, poster, input }) => [video, poster, input]),
    PERSON,
  ].map((href): [string, string] => [nameOf(href), href]),
);

/** The file behind `…/media/<name>`, if the demo has one. */
export function fileNamed(name: string): string | undefined {
  return FILES.get(name);
}

/**
 * The link to a file as a service would give it. In the tab, the bundler's URL is the link; on a server, files are
 * served from disk below `base`.
 */
export function linkTo(href: string, base: string): string {
  return href.startsWith('file:') ? `${base}/media/${nameOf(href)}` : href;
}

/** The bytes of a file, from the server's disk or from the bundler's URL. */
export async function bytesOf(href: string): Promise<Uint8Array<ArrayBuffer>> {
  if (!href.startsWith('file:')) return new Uint8Array(await (await fetch(href)).arrayBuffer());
  const { readFile } = process.getBuiltinModule('node:fs/promises');
  return new Uint8Array(await readFile(new URL(href)));
}

function nameOf(href: string): string {
  return href.slice(href.lastIndexOf('/') + 1);
}
