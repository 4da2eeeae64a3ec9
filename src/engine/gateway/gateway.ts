import { lookUp } from './client';
import { contentOrigin, openContent, openLink, readRefusal } from './content';
import { firstCheck } from './first-check';

/** All that the engine asks of services. One object, so that the page may download it when it first asks. */
export const gateway = {
  lookUp,
  firstCheck,
  openContent,
  openLink,
  readRefusal: async (reply: Parameters<typeof readRefusal>[0]) => readRefusal(reply),
  contentOrigin: async (asked: Parameters<typeof contentOrigin>[0]) => contentOrigin(asked),
};

export type Gateway = typeof gateway;
