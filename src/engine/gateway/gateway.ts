import { firstCheckKept, lookUpUnlessChecked } from './checked-readings';
import { contentOrigin, openContent, openLink, readRefusal } from './content';
import { tryContent } from './content-try';
import { listTasks } from './list-tasks';

/** Everything the engine requests from services. One object, so that its code can be loaded on first use. */
export const gateway = {
  lookUp: lookUpUnlessChecked,
  listTasks,
  firstCheck: firstCheckKept,
  openContent,
  openLink,
  tryContent,
  readRefusal: async (reply: Parameters<typeof readRefusal>[0]) => readRefusal(reply),
  contentOrigin,
};

/** The type of `gateway`, for tests and for loading it lazily. */
export type Gateway = typeof gateway;
