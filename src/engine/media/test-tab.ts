import { createStore } from 'zustand/vanilla';

import { refKey } from '~/core/answer';
import type { VideoDownload, NoVideo } from '~/core/video';
import { NOW } from '~test/builders';

import { openVideoStore } from '~/engine/media/keep/video-store';
import { openKeptIndex } from '~/engine/media/keep/kept-index';
import type { KeepOptions } from '~/engine/media/keep/keep-options';
import { createKeeping, type Keeping } from '~/engine/media/keep/keeping';
import { NOTHING_KEPT, type KeepState } from '~/engine/media/keep/state';
import { testVideo } from './test-video';
import { testFolder, type TestFolder } from '~/engine/media/keep/test-folder';

type Locks = NonNullable<KeepOptions['locks']>;

/** What comes instead of a plain video, by task. */
export type TestVideos = Record<string, VideoDownload | NoVideo>;

export interface TestTab {
  keeping: Omit<Keeping, 'can'>;
  state(): KeepState;
  /** The tasks whose videos were asked for, in order. */
  opened: string[];
  disk: TestFolder;
  database: string;
  locks: Locks;
  /** Whether the browser lets the page into the folder. */
  allow(yes: boolean): void;
  /** Resolves when nothing more happens by itself. */
  rests(): Promise<void>;
  /** Moves the tab's clock, in ms. */
  wait(ms: number): Promise<void>;
}

let databases = 0;

/** A tab whose board has these finished tasks; `beside`: another tab of the same browser. */
export function aTab({
  tasks,
  videos = {},
  chooses = true,
  beside,
}: {
  tasks: readonly string[];
  videos?: TestVideos;
  /** Whether the person chooses a folder when asked. */
  chooses?: boolean;
  beside?: TestTab;
}): TestTab {
  const database = beside?.database ?? `keeping-test-${++databases}`;
  const disk = beside?.disk ?? testFolder();
  const locks = beside?.locks ?? testLocks();
  const refs = tasks.map((taskId) => ({ base: 'https://api.test', taskId }));
  const opened: string[] = [];
  const timers = new Map<object, { at: number; work: () => void }>();
  let now = NOW;
  let allowed = true;
  let looks = 0;

  const keeping = createKeeping({
    state: createStore(() => NOTHING_KEPT),
    // The database of the tests holds no folders.
    index: { ...openKeptIndex(database), putFolder: async () => {} },
    videoStores: {
      open: async (place) => (place === 'browser' || allowed ? openVideoStore(disk.handle) : null),
      allow: async () => allowed,
      chooseFolder: async () => (chooses ? disk.handle : null),
      persist: async () => true,
      usage: async () => ({ usage: null, persisted: true }),
    },
    open: async ({ taskId }) => {
      opened.push(taskId);
      return videos[taskId] ?? testVideo(['video of ', taskId]);
    },
    finished: () => {
      looks += 1;
      return refs.map((ref) => ({ ref, nameFor: () => `${ref.taskId}.mp4` }));
    },
    whole: Promise.resolve(),
    isTracked: (key) => refs.some((ref) => refKey(ref) === key),
    locks,
    now: () => now,
    post: () => {},
    after(ms, work) {
      const timer = {};
      timers.set(timer, { at: now + ms, work });
      return () => timers.delete(timer);
    },
  });
  const state = () => keeping.state.getState();
  const rests = async (): Promise<void> => {
    let before = -1;
    while (before !== looks || state().coming !== null) {
      before = looks;
      for (let n = 0; n < 40; n += 1) await new Promise((resolve) => setImmediate(resolve));
    }
  };
  return {
    keeping,
    state,
    opened,
    disk,
    database,
    locks,
    rests,
    allow: (yes) => (allowed = yes),
    async wait(ms) {
      now += ms;
      for (const [timer, { at, work }] of timers) {
        if (at > now) continue;
        timers.delete(timer);
        work();
      }
      await rests();
    },
  };
}

/** One lock that is handed on in the order it was asked for. */
function testLocks(): Locks {
  let last: Promise<unknown> = Promise.resolve();
  return {
    request: (...given: unknown[]) => {
      const work = given.at(-1) as () => Promise<unknown>;
      const turn = last.then(work);
      last = turn.catch(() => {});
      return turn;
    },
  } as Locks;
}
