/**
 * What the page tells about the whole board, the most urgent first: what is lost for good comes before what waits. What
 * a person finds on return is read at once, says what will be lost too, and goes for good.
 */
export const NOTICE_KINDS = [
  'away',
  'expiring',
  'storage',
  'halt',
  'offline',
  'stuck',
  'key',
  'no-key',
  'sign-in',
  'paused',
  'crowd',
  'feed',
  'daily',
] as const;

export type NoticeKind = (typeof NOTICE_KINDS)[number];

/** A notice in the person's language, with what helps. */
export interface Notice {
  kind: NoticeKind;
  /** Tells it from others of its kind. */
  id: string;
  /** What is so, in a few words. */
  title: string;
  /** What that means. */
  text?: string;
  /** What is so in numbers, each with what shows it. */
  facts?: readonly { tone: 'ok' | 'bad' | 'run'; label: string; run: () => void }[];
  /** The first is the one that helps most. */
  actions: readonly { label: string; run: () => void }[];
  /** Takes the notice away for good; left out where it goes by itself. */
  close?: () => void;
}

/** All of them, the most urgent first. */
export function byUrgency(notices: readonly Notice[]): Notice[] {
  return notices.toSorted((a, b) => NOTICE_KINDS.indexOf(a.kind) - NOTICE_KINDS.indexOf(b.kind));
}
