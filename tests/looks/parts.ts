import { board, chosen } from './parts/board';
import { faces } from './parts/faces';
import { kept, share } from './parts/hand-over';
import { keys, settings } from './parts/keys';
import { away, help, insight } from './parts/read';
import { sample, start } from './parts/start';
import { instead, trouble } from './parts/trouble';
import { compare, watch } from './parts/watch';
import type { Part } from './scene';

/** All screens, by the part of the page that they belong to. */
export const PARTS: Readonly<Record<string, Part>> = {
  start,
  sample,
  board,
  chosen,
  watch,
  compare,
  settings,
  keys,
  share,
  kept,
  help,
  insight,
  away,
  trouble,
  instead,
  faces,
};
