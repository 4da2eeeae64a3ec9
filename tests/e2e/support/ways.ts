import {
  demoVideo,
  video,
  says,
  startVideoHost,
  type VideoHost,
  type VideoPlan,
} from './video-host';

const SEA = demoVideo('sea');
const EXPIRED = says(403, '<Error><Code>AccessDenied</Code></Error>', { type: 'application/xml' });

/** Videos that play, by whichever way. */
export const PLAYS = {
  'a link': link('good'),
  'a link to a site that lets no page read its videos': link('nocors'),
  'a link to a slow site': link('slow'),
  'a link that is really JSON with another link': link('json'),
  'a link that is dead, where /content still works with the key': {
    ...link('expired'),
    content: video(SEA),
  },
  'a video behind the key': { content: video(SEA) },
  'a video behind the key, without ranges': { content: video(SEA, { ranges: false }) },
  'a video behind the key that calls itself JSON': {
    content: video(SEA, { type: 'application/json' }),
  },
  'JSON behind the key that carries a link': {
    content: (request, response) =>
      says(200, `{"video_url":"http://${request.headers.host}/demo-video"}`)(request, response),
  },
} satisfies Record<string, VideoPlan>;

/** A host with those videos, as `clip-1` and so on. */
export function startPlays(): Promise<VideoHost> {
  return startVideoHost(byNumber(Object.values(PLAYS)), {
    good: video(SEA),
    nocors: video(SEA, { cors: false }),
    slow: video(SEA, { slowMs: 1500 }),
    expired: EXPIRED,
    json: (request, response) =>
      says(200, `{"url":"http://${request.headers.host}/media/good"}`)(request, response),
  });
}

/** Videos that do not play, and what the card says. */
export const BROKEN: readonly (readonly [name: string, plan: VideoPlan, told: string])[] = [
  ['whose link has expired', link('expired'), 'The link has expired'],
  ['whose link wants a key', link('keyed'), 'This video needs a key'],
  [
    'on a site that plays nothing and tells pages nothing',
    link('blocked'),
    'The site does not let this page play the video',
  ],
  ['that is a web page', link('html'), 'This is not a video'],
  ['in a format nobody plays', link('odd'), 'This browser cannot play this format'],
  [
    'on a host that is not there',
    { answer: { video_url: 'http://127.0.0.1:1/v.mp4' } },
    'The video cannot be fetched',
  ],
  [
    'behind another key',
    { content: says(401, '{"error":{"message":"Invalid API key"}}') },
    'The key was not accepted for this video',
  ],
  [
    'that is an error which calls itself a video',
    { content: says(200, '{"error":{"message":"Video is not ready yet"}}', { type: 'video/mp4' }) },
    'The video file is not there yet',
  ],
];

/** A host with those videos, as `clip-1` and so on. */
export function startBroken(): Promise<VideoHost> {
  const odd = Buffer.concat([Buffer.from('\0\0\0\u0018ftypisom', 'latin1'), Buffer.alloc(9000)]);
  return startVideoHost(byNumber(BROKEN.map(([, plan]) => plan)), {
    expired: EXPIRED,
    keyed: says(401, 'no'),
    blocked: says(403, 'no', { cors: false }),
    html: says(200, '<!doctype html><html></html>', { type: 'text/html' }),
    odd: video(odd),
  });
}

/** What a look-up says when the video lies on the media host, under this name. */
function link(name: string): VideoPlan {
  return { answer: { video_url: `{media}/media/${name}` } };
}

function byNumber(plans: readonly VideoPlan[]): Record<string, VideoPlan> {
  return Object.fromEntries(plans.map((plan, index) => [`clip-${index + 1}`, plan]));
}
