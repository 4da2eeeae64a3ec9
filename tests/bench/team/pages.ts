import { monitorEventLoopDelay } from 'node:perf_hooks';

import { batch, endOf } from './tasks';
import { actAsBrowser, openPage, watch } from './page';

/** Pages that one process is to open. Times in epoch ms. */
export interface Order {
  /** Where the service is, through the relay. */
  base: string;
  pages: number;
  /** When the batch starts. */
  startAt: number;
  /** When to give up on what was not seen to end. */
  untilAt: number;
}

/** What the pages met. */
export interface Met {
  /** What they asked of the relay, and how often it said that it was busy. */
  asked: number;
  busy: number;
  /** From the end of a task until a page had seen it, in ms; of each page and each task. */
  delays: number[];
  neverSeen: number;
  /** How late the process was, in ms, at its mean: pages that share a busy machine are late by themselves. */
  heldUp: number;
}

/** People open the page over so many ms. */
const OPENED_OVER = 8_000;

/** Opens the pages and resolves when each has seen each task end, or it is too late. */
export async function runPages({ base, pages, startAt, untilAt }: Order): Promise<Met> {
  actAsBrowser(new URL(base).origin);
  const tasks = batch();
  const met: Met = { asked: 0, busy: 0, delays: [], neverSeen: 0, heldUp: 0 };
  const lateness = monitorEventLoopDelay({ resolution: 10 });
  lateness.enable();
  const request: typeof fetch = async (...asked) => {
    met.asked += 1;
    const response = await fetch(...asked);
    if (response.headers.get('rushes-relay') === 'busy') met.busy += 1;
    return response;
  };
  const all = pages * tasks.size;
  await new Promise<void>((resolve) => {
    const see = (taskId: string): void => {
      const trace = tasks.get(taskId);
      if (trace) met.delays.push(Date.now() - startAt - endOf(trace));
      if (met.delays.length === all) resolve();
    };
    for (let page = 0; page < pages; page += 1) {
      const openAt = startAt + (OPENED_OVER * page) / pages;
      setTimeout(() => void watch(openPage(request, see), base, tasks.keys()), openAt - Date.now());
    }
    setTimeout(resolve, untilAt - Date.now());
  });
  return { ...met, neverSeen: all - met.delays.length, heldUp: lateness.mean / 1e6 - 10 };
}
