import type { KeptPlace } from '~/core/video';

import { openVideoStore, type VideoStore } from './video-store';

/** The places this browser offers for keeping videos. */
export interface VideoStores {
  /** Null if the person has to allow access first. Never prompts. */
  open(place: KeptPlace, folder: FileSystemDirectoryHandle | null): Promise<VideoStore | null>;
  /** Prompts for access to the folder if the browser requires it; only works after a click. */
  allow(folder: FileSystemDirectoryHandle | null): Promise<boolean>;
  /** Opens the browser's folder picker; null if the person cancelled it. */
  chooseFolder(): Promise<FileSystemDirectoryHandle | null>;
  persist(): Promise<boolean>;
  usage(): Promise<{ usage: { used: number; quota: number } | null; persisted: boolean }>;
}

/** Chromium's permission API for folders, which TypeScript does not know yet. */
interface FolderAccess {
  queryPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
}
type Chooser = (options: object) => Promise<FileSystemDirectoryHandle>;

/** The real stores: this browser's private files, or a folder the person picks. */
export function browserVideoStores(): VideoStores {
  const storage: StorageManager | undefined = navigator.storage;
  const chooser = (globalThis as { showDirectoryPicker?: Chooser }).showDirectoryPicker;
  const may = async (
    folder: FileSystemDirectoryHandle | null,
    how: keyof FolderAccess,
  ): Promise<boolean> => {
    if (folder === null) return false;
    // Private folders, as in tests, have no permission methods.
    const access = folder as FileSystemDirectoryHandle & Partial<FolderAccess>;
    return ((await access[how]?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';
  };
  return {
    async open(place, folder) {
      if (place === 'folder') {
        return folder && (await may(folder, 'queryPermission')) ? openVideoStore(folder) : null;
      }
      const root = await storage?.getDirectory();
      return root ? openVideoStore(await root.getDirectoryHandle('kept', { create: true })) : null;
    },
    allow: (folder) => may(folder, 'requestPermission'),
    async chooseFolder() {
      try {
        return (await chooser?.({ id: 'rushes', mode: 'readwrite' })) ?? null;
      } catch {
        // Closed without a choice.
        return null;
      }
    },
    persist: async () => (await storage?.persist?.()) ?? false,
    async usage() {
      const { usage, quota } = (await storage?.estimate?.()) ?? {};
      const persisted = (await storage?.persisted?.()) ?? false;
      const known = usage !== undefined && quota !== undefined;
      return { usage: known ? { used: usage, quota } : null, persisted };
    },
  };
}
