/** Saved views, which another feature knows how to read and to merge. */
export interface BackupViews {
  all: () => readonly unknown[];
  merge: (views: readonly unknown[]) => void;
}
