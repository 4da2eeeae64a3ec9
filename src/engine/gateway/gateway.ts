import { lookUp } from './client';
import { contentOrigin, openContent, openLink, readRefusal } from './content';
import { tryContent } from './content-try';
import { firstCheck } from './first-check';
import { listTasks } from './list-tasks';

/** Everything the engine requests from services. One object, so that its code can be loaded on first use. */
export const gateway = {
  lookUp,
  listTasks,
  firstCheck,
  openContent,
  openLink,
  tryContent,
  readRefusal: async (reply: Parameters<typeof readRefusal>[0]) => readRefusal(reply),
  contentOrigin,
};

/** The type of `gateway`, for tests and for loading it lazily. */
export type Gateway = typeof gateway;
