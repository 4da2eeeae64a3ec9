import { lookUp } from './client';
import { fetchContent } from './content';
import { firstCheck } from './first-check';

/** All that the engine asks of services. One object, so that the page may download it when it first asks. */
export const gateway = { lookUp, fetchContent, firstCheck };

export type Gateway = typeof gateway;
