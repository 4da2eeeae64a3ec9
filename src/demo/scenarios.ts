import type { Plan } from './life.ts';
import { SCENE_NAMES } from './footage.ts';

/*
 * Ids that a person can type. Every other id gets a life of its own, 20 to 120 s long, chosen by the id.
 *
 *   fast…      ready 4 s after the first look-up          cancel…    cancelled
 *   fail…      declined: the picture                      failprompt…  declined: the words
 *   failquota… no credit left                             failbusy…  too many orders
 *   failmute…  failed, without a reason
 *   e401…      the key is not accepted for this task      e403…      the key may not use this model
 *   e402…      no credit left to ask with                 e403credit… the same, in another service's words
 *   e404…      no such task                               e404route… no such route; /v1/video/query knows it
 *   e429…      429 with Retry-After: 5, twice             e500…      500
 *   e502…      nginx's page                               ehtml…     a website instead of an answer
 *   egarbled…  half an answer                             eempty…    an empty one
 *   eslow…     answers after 40 s                         ebig…      an answer of 3 MB
 *   eflaky…    every second look-up fails                 eword…     a status word nobody has heard of
 *   estate4…   a number as its state                      enovideo…  ready, but there is no video
 *   estuck…    stays at 40 %                              econtent401…, econtentjson…, econtenterror…:
 *   ready, but `/content` asks for another key, answers JSON with a link, or an error that calls itself a video
 */

const READY: Plan = {
  scene: 'sea',
  waitMs: 0,
  runMs: 60_000,
  numbers: 'smooth',
  end: 'ready',
  ageMs: 300_000,
  images: 0,
  enhances: false,
  linkMs: null,
};

/** Ids that start like this have a plan of their own; the first match counts. */
const PLANS: readonly (readonly [RegExp, Partial<Plan>])[] = [
  [/^estuck/, { ageMs: 30_000, stuckAt: 0.33 }],
  [/^estate4/, { ageMs: 30_000, stuckAt: 0.33 }],
  [/^e(?:content|novideo)/, {}],
  [/(?:^|[:_-])failprompt/, { end: 'prompt' }],
  [/(?:^|[:_-])failquota/, { end: 'quota' }],
  [/(?:^|[:_-])failbusy/, { end: 'overload' }],
  [/(?:^|[:_-])failmute/, { end: 'silent' }],
  [/(?:^|[:_-])fail/, { end: 'picture', images: 1 }],
  [/(?:^|[:_-])cancel/, { end: 'cancelled' }],
  [/fast/, { ageMs: 0, waitMs: 1000, runMs: 3000 }],
  [/^e(?:429|flaky|slow|word)/, { ageMs: 0, waitMs: 2000, runMs: 40_000 }],
];

/** The same id has the same plan in every gateway with the same seed. */
export function planFor(id: string, seed: number, sample?: Plan): Plan {
  if (sample) return sample;
  const pick = (salt: string, choices: number): number => hash(`${seed} ${salt} ${id}`) % choices;
  const scene = SCENE_NAMES[pick('clip', SCENE_NAMES.length)] ?? 'sea';
  const named = PLANS.find(([shape]) => shape.test(id));
  if (named) return { ...READY, scene, ...named[1] };
  return {
    scene,
    waitMs: 3000 + pick('wait', 12_000),
    runMs: 17_000 + pick('run', 88_000),
    numbers: (['smooth', 'smooth', 'coarse', 'none'] as const)[pick('numbers', 4)] ?? 'smooth',
    end: 'ready',
    ageMs: 0,
    images: pick('images', 3),
    enhances: pick('enhances', 3) > 0,
    linkMs: pick('link', 3) === 0 ? 52 * 60_000 : null,
  };
}

/** FNV-1a. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return value;
}
