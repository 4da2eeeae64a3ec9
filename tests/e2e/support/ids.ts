import { SCENES } from '../../../src/demo/footage';
import { planFor } from '../../../src/demo/scenarios';

/** What the demo gateway knows, as far as the journeys name it. */

/** The demo gateway takes any `sk-demo-…`; this one stands nowhere in the page's own code. */
export const KEY = 'sk-demo-Vb3kQ8w2Lx71mNp49f2c';
export const OTHER_KEY = 'sk-demo-Hx5tR2m9Zc64qWs83d7a';
export const WRONG_KEY = 'sk-wrong-Jd8sK3v7Bn52yTu16e4b';

/** Published, word for word: 93 %, prompt "make animate", two input pictures. It never ends. */
export const PUBLISHED_RUNNING = 'sora-2:task_01k6x15vhrff09dkkqjrzwhm60';
/** Published, word for word: ready; its link leads out of the demo. */
export const PUBLISHED_READY = 'video_5c6a605a-30c0-4a6a-9dbd-d1d6cfdd9980';

export interface ReadyVideo {
  id: string;
  /** What its card is called: the first words of its prompt. */
  title: string;
}

/** Half a minute to two minutes long; `gateway.advance` makes it shorter. */
export const LONG = video('lamp-4711');
/** Ready four seconds after its first look-up: the page's second one finds it so. */
export const FAST = video('fast-4710');
/** Three of them at once, as clear ids, their videos behind the key. */
export const BATCH = [
  video('video_86c5d3e4'),
  video('video_b3f8a617'),
  video('video_a4e7b506'),
] as const;
/** Ready at the first look, with a link: one of the sample board. */
export const LINK: ReadyVideo = {
  id: 'video_7f3b1c9a-2d4e-4f60-8a7b-5c1d9e0f2a3b',
  title: SCENES.aurora.prompt,
};
/** Ready at the first look, but the video is handed out only with the key. */
export const CONTENT = video('econtent-4712');
/** Declined by the safety check at the first look. */
export const FAILED = {
  ...video('fail-4713'),
  words: 'The uploaded image was rejected by our moderation system',
};

/** Of everything something: waiting, running with and without a number, ready, failed, look-up problems. */
export const ALL_FACES = [
  FAILED.id,
  PUBLISHED_RUNNING,
  CONTENT.id,
  'estuck-4714',
  'eword-4715',
  'e404-4716',
  'e401-4717',
  'lamp-4718',
] as const;

/** Ids that provoke a fault for good, how the page calls it, and the button that helps. */
export const LASTING_FAULTS = [
  // The same key is accepted for its neighbours, so it is good.
  { id: 'e401-4801', problem: 'not_for_task', help: 'Add another key' },
  { id: 'e404-4803', problem: 'not_found', help: 'Check now' },
  { id: 'e500-4804', problem: 'server', help: 'Check now' },
  { id: 'e502-4805', problem: 'server', help: 'Check now' },
  { id: 'ehtml-4806', problem: 'wrong_base', help: 'Check now' },
  { id: 'egarbled-4807', problem: 'bad_body', help: 'Check now' },
  { id: 'eempty-4808', problem: 'bad_body', help: 'Check now' },
] as const;

/** Lives of unnamed ids hang on the seed, the gateway's usual one. */
function video(id: string): ReadyVideo {
  return { id, title: SCENES[planFor(id, 1).scene].prompt };
}
