import { FAILURES, type Moment, type Plan } from './life.ts';
import { SCENES, linkTo, PERSON, type Scene } from './footage.ts';

/** A task of the demo, with everything its answer is written from. */
export interface DemoTask {
  id: string;
  plan: Plan;
  moment: Moment;
  /** Epoch ms of the submission, and of the end (0 before it). */
  createdAt: number;
  endedAt: number;
  now: number;
  /** Base address of this gateway, for links. */
  base: string;
}

export const seconds = (ms: number): number => Math.floor(ms / 1000);
export const sceneOf = ({ plan }: DemoTask): Scene => {
  const scene: Scene = SCENES[plan.scene];
  return plan.prompt === undefined ? scene : { ...scene, prompt: plan.prompt };
};
export const isReady = ({ moment, plan }: DemoTask): boolean =>
  moment.phase === 'ended' && plan.end === 'ready';
export const reason = ({ moment, plan }: DemoTask): { code: string; message: string } | null =>
  moment.phase !== 'ended' || plan.end === 'ready' || plan.end === 'cancelled'
    ? null
    : FAILURES[plan.end];
export const enhanced = (task: DemoTask): string =>
  task.plan.enhances ? sceneOf(task).enhanced : '';

/** The status word: waiting, running, ready, failed, cancelled. */
export function word<W extends string>(task: DemoTask, words: readonly [W, W, W, W, W]): W {
  const { moment, plan } = task;
  if (moment.phase === 'waiting') return words[0];
  if (moment.phase === 'running') return words[1];
  if (plan.end === 'ready') return words[2];
  return plan.end === 'cancelled' ? words[4] : words[3];
}

export function imagesOf({ plan, base }: DemoTask): string[] {
  const own = plan.end === 'picture' ? PERSON : SCENES[plan.scene].input;
  const others = [SCENES.dunes.input, SCENES.aurora.input].filter((href) => href !== own);
  return [own, ...others].slice(0, plan.images).map((href) => linkTo(href, base));
}

/** The link to the video; one that expires says so in its query. */
export function videoOf(task: DemoTask): string {
  const { plan, endedAt, base } = task;
  const link = linkTo(sceneOf(task).video, base);
  if (plan.linkMs === null) return link;
  return `${link}?se=${encodeURIComponent(new Date(endedAt + plan.linkMs).toISOString())}&sig=demo`;
}
