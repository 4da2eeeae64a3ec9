import { createStore, type StoreApi } from 'zustand/vanilla';

import { createFrameStep, type FrameStep } from './frame-step';
import { hasMore } from './has-more';
import { COOL_DOWN_MS, correct, offsetOf, smooth, type ShownFrame } from './law';
import { watchFrames } from './watch-frames';

/** Several videos that play as one. Times are in seconds. */
export interface InStep {
  readonly state: StoreApi<InStepState>;
  play(): void;
  pause(): void;
  seek(seconds: number): void;
  /** Steps all videos by one frame of the audible one. */
  step(direction: 1 | -1): Promise<void>;
  setSpeed(speed: number): void;
  setLoop(loop: boolean): void;
  /** Unmutes one video and mutes the others; null mutes all. */
  setAudible(element: HTMLVideoElement | null): void;
  stop(): void;
}

/** What the shared controls show. Times are in seconds. */
interface InStepState {
  time: number;
  /** Length of the longest video; 0 until it is known. */
  duration: number;
  paused: boolean;
  /** All are waiting because one of them has nothing to show yet. */
  waiting: boolean;
}

/** How often followers are corrected, in ms. */
const JUDGE_MS = 100;
/** Assumed length of a frame until it has been measured, in seconds. */
const USUAL_FRAME = 1 / 24;
/** Less than a frame: this close to its end, in seconds, a video has ended. */
const END = 0.03;

interface Member {
  element: HTMLVideoElement;
  frames: FrameStep;
  shown: ShownFrame | null;
  frame: number;
  offset: number | null;
  coolUntil: number;
  /** Where to seek as soon as the length is known, in seconds. */
  pending: number;
}

/**
 * Keeps videos in step: the audible one leads, or else the longest still playing, and the others play a little faster or
 * slower until they match. Left alone they stay apart by what a start, a seek or a sound track took (measured).
 */
export function createInStep(elements: readonly HTMLVideoElement[]): InStep {
  const members = elements.map((element): Member => ({
    element,
    frames: createFrameStep(element),
    shown: null,
    frame: USUAL_FRAME,
    offset: null,
    coolUntil: 0,
    pending: 0,
  }));
  const state = createStore<InStepState>(() => ({
    time: 0,
    duration: 0,
    paused: true,
    waiting: false,
  }));
  const own = new AbortController();
  let audible: HTMLVideoElement | null = null;
  let speed = 1;
  let loop = false;

  const runs = ({ element }: Member): boolean => element.currentTime < lengthOf(element) - END;
  /** Still loading. A video that failed is not waited for. */
  const comes = ({ element }: Member): boolean =>
    lengthOf(element) === 0 && element.hasAttribute('src') && element.error === null;
  const leader = (): Member | null => {
    const [longest = null, ...others] = members
      .filter(runs)
      .toSorted((a, b) => lengthOf(b.element) - lengthOf(a.element));
    return others.find(({ element }) => element === audible) ?? longest;
  };
  const refresh = (): void => {
    const duration = Math.max(0, ...elements.map(lengthOf));
    const lead = leader();
    const time = lead ? lead.element.currentTime : state.getState().paused ? farthest() : duration;
    state.setState({ time, duration });
  };
  const farthest = (): number => Math.max(0, ...elements.map((element) => element.currentTime));

  /** Plays everything that has something left to play, but only once all of it is ready. */
  const settle = (): void => {
    if (state.getState().paused) return;
    const running = members.filter((member) => runs(member) || comes(member));
    if (running.length === 0 && elements.some((element) => lengthOf(element) > 0)) {
      atEnd();
      return;
    }
    const waiting = !running.every(({ element }) => hasMore(element));
    state.setState({ waiting });
    for (const member of members) {
      if (waiting || !runs(member)) member.element.pause();
      else if (member.element.paused) {
        member.coolUntil = 0;
        member.offset = null;
        member.element.play().catch(() => {});
      }
    }
  };
  const atEnd = (): void => {
    if (loop) seek(0);
    else {
      state.setState({ paused: true, waiting: false });
      refresh();
    }
  };
  const place = ({ element, pending }: Member): void => {
    if (lengthOf(element) > 0) element.currentTime = Math.min(pending, lengthOf(element));
  };
  const seek = (seconds: number): void => {
    for (const member of members) {
      member.offset = null;
      member.shown = null;
      member.element.playbackRate = speed;
      member.pending = Math.max(0, seconds);
      place(member);
    }
    refresh();
    settle();
  };
  const pause = (): void => {
    state.setState({ paused: true, waiting: false });
    const to = leader()?.element.currentTime ?? null;
    for (const { element } of members) element.pause();
    // Paused videos all show the same moment.
    if (to !== null) seek(to);
  };

  const judge = (): void => {
    const { paused, waiting } = state.getState();
    // WebKit does not say when there is more.
    if (waiting) settle();
    if (paused || waiting) return;
    const lead = leader();
    for (const member of members) {
      if (member === lead || !lead) member.element.playbackRate = speed;
      else if (runs(member) && member.offset !== null && performance.now() >= member.coolUntil) {
        follow(member, lead);
      }
    }
    refresh();
  };
  const follow = (member: Member, lead: Member): void => {
    const what = correct(member.offset ?? 0, Math.max(member.frame, lead.frame), speed);
    if (what.kind === 'rate') {
      member.element.playbackRate = what.rate;
      return;
    }
    member.offset = null;
    member.shown = null;
    member.coolUntil = performance.now() + COOL_DOWN_MS;
    member.element.playbackRate = speed;
    member.element.currentTime = Math.min(lead.element.currentTime, lengthOf(member.element));
  };

  const shows = (member: Member, frame: ShownFrame): void => {
    const length = frame.mediaTime - (member.shown?.mediaTime ?? frame.mediaTime);
    // Skipped frames make it look longer, so the shortest recent one is right.
    if (length > 0.01 && length < 0.1) member.frame = Math.min(member.frame * 1.02, length);
    member.shown = frame;
    const lead = leader();
    if (lead?.shown && lead !== member && performance.now() >= member.coolUntil) {
      member.offset = smooth(member.offset, offsetOf(frame, lead.shown, speed));
    }
    if (lead === member) refresh();
  };

  const stops = members.flatMap((member) => [
    member.frames.stop,
    watchFrames(member.element, (frame) => shows(member, frame)),
  ]);
  for (const member of members) {
    member.element.addEventListener(
      'loadedmetadata',
      () => place({ ...member, pending: leader()?.element.currentTime || member.pending }),
      { signal: own.signal },
    );
    for (const name of ['waiting', 'canplay', 'seeked', 'ended', 'durationchange', 'emptied']) {
      member.element.addEventListener(
        name,
        () => {
          refresh();
          settle();
        },
        { signal: own.signal },
      );
    }
  }
  const timer = setInterval(judge, JUDGE_MS);
  refresh();

  return {
    state,
    play() {
      state.setState({ paused: false });
      if (members.every((member) => !runs(member))) seek(0);
      else settle();
    },
    pause,
    seek,
    async step(direction) {
      pause();
      const lead = leader() ?? members[0];
      if (!lead) return;
      await lead.frames.step(direction);
      const to = lead.element.currentTime;
      for (const { element } of members) {
        if (element !== lead.element) element.currentTime = Math.min(to, lengthOf(element));
      }
      refresh();
    },
    setSpeed(next) {
      speed = next;
      for (const { element } of members) element.playbackRate = next;
    },
    setLoop(next) {
      loop = next;
    },
    setAudible(element) {
      audible = element;
      for (const member of members) {
        member.element.muted = member.element !== element;
        member.offset = null;
      }
    },
    stop() {
      own.abort();
      clearInterval(timer);
      for (const stop of stops) stop();
      for (const { element } of members) element.pause();
    },
  };
}

function lengthOf({ duration }: HTMLVideoElement): number {
  return Number.isFinite(duration) ? duration : 0;
}
