import { createStore } from 'zustand/vanilla';

import type { AddInto } from '~/core/add-into';
import type { TaskRef } from '~/core/answer';
import type { KeyWanted } from '~/core/connection';
import type { GroupBy } from '~/core/group-by';
import type { TrackedTask } from '~/core/tracked';

/** A group of the board: of which kind, and which of them. */
export interface GroupRef {
  by: GroupBy;
  id: string;
}

/** What is said above the form for new tasks: a key was taken out of the address, or a shared text did not come. */
export type AddNote = 'keyRemoved' | 'textLost';

/** What can be open over a screen. A new one starts here: the compiler then names all it needs. */
interface Dialogs {
  settings: { at?: 'keys' };
  /** The page's version, and every request of this session. */
  about: object;
  /** What is kept where. */
  /** `forget`: asks at once whether to forget everything. */
  private: { forget?: boolean };
  /** Hides the page behind a passphrase. */
  lock: object;
  /** Saves everything this browser knows. */
  backup: object;
  /** Reads such a file. */
  restore: object;
  /** The cards that were removed. */
  bin: object;
  /** The list of all keys. */
  shortcuts: object;
  /** Finds commands and tasks by what is typed. */
  palette: object;
  /** Asks for a key, or how its service wants it. */
  'change-key': {
    wanted: KeyWanted;
    /** Is told the connection of a key that is added beside the others. */
    onKey?: ((connectionId: string) => void) | undefined;
  };
  /** Takes all missing keys from one text. */
  keys: object;
  /** All notices. */
  notices: object;
  /** The form for new tasks, which begins with this text; they may belong to a group from the start. */
  add: {
    text: string;
    into?: AddInto | undefined;
    note?: AddNote | undefined;
    /** A link or another app has brought the text: nobody here has written or pasted it. */
    arrived?: boolean | undefined;
  };
  /** Hands these tasks over; where they are received, an address may be opened. */
  share: { keys: readonly string[]; name: string | null; opens?: string };
  /** What somebody has handed over: the text of a link, or a file. */
  shared: { from: { link: string } | { file: File } };
  /** Downloads the videos of these tasks; to be sent on, their files are named by shot and take, or are one page. */
  download: {
    tasks: readonly TrackedTask[];
    named?: 'takes' | undefined;
    format?: 'zip' | 'page' | undefined;
  };
  /** Sends the videos of these tasks on, or a list of them. */
  send: { keys: readonly string[] };
  /** The actions for one task. */
  menu: { key: string; anchor: HTMLElement };
  rename: { key: string };
  /** The actions for one group. */
  'group-menu': { by: GroupBy; id: string; anchor: HTMLElement };
  'rename-group': { by: GroupBy; id: string };
  'merge-group': { by: GroupBy; id: string };
  /** Gives these tasks tags. */
  tag: { keys: readonly string[] };
  /** Puts these tasks into another shot or batch. */
  move: { keys: readonly string[] };
  /** Chooses what is compared, to begin with these; most likely it is in this group. */
  takes: { chosen: readonly TaskRef[]; group: GroupRef | null };
  /** Looks these tasks, all of one service, up with another of its keys. */
  'use-key': { base: string; keys: readonly string[] };
  /** Looks these tasks up at another service. */
  relocate: { keys: readonly string[] };
  /** What is done more rarely with the chosen tasks. */
  'more-bulk': { keys: readonly string[]; anchor: HTMLElement };
  /** The columns of the table, to choose from. */
  columns: { anchor: HTMLElement };
  /** All filters. */
  filter: object;
  /** How the board is arranged, where the toolbar has no room for it. */
  'board-view': object;
  /** The saved views, to choose from. */
  views: { anchor: HTMLElement };
  /** A name for the present view, and the names of the others. */
  'edit-views': object;
  /** The note and the tags of a task. */
  note: { key: string };
  images: { images: readonly string[]; index: number };
}

export type DialogKind = keyof Dialogs;

export type Dialog<K extends DialogKind = DialogKind> = { [P in K]: { kind: P } & Dialogs[P] }[K];

/** The open ones, at most one of a kind: a dialog can cover another, such as a key's the settings. */
export const dialogs = createStore<{ open: readonly Dialog[] }>(() => ({ open: [] }));

/** Opens it over what is open, or in place of one of its kind. */
export function openDialog(dialog: Dialog): void {
  dialogs.setState(({ open }) => ({
    open: [...open.filter(({ kind }) => kind !== dialog.kind), dialog],
  }));
}

/** Closes this one, but not another of its kind that has taken its place: a menu closes late. */
export function closeDialog(dialog: Dialog): void {
  dialogs.setState(({ open }) => ({ open: open.filter((one) => one !== dialog) }));
}
