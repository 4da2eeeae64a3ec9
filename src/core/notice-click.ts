/** What a system notice carries, for whoever answers when it is pressed. */
export interface NoticeData {
  /** Where its group is looked at: a fragment. */
  address: string;
  /** The group, and its name. */
  key: string;
  name: string;
}

/** The buttons of a notice; pressed elsewhere, it is to watch. */
type NoticeAction = 'watch' | 'mute';

/** From the service worker to a page: a notice was pressed. */
export interface NoticePressed {
  type: 'notice';
  action: NoticeAction;
  data: NoticeData;
}

/** Where the worker leaves what is to be muted until a page takes it: one entry for each, with its data. */
export const MUTED_CACHE = 'rushes-muted';
