import type { KeptPlace } from '~/core/video';

import { openVideoStore, type VideoStore } from './video-store';

/** The places where videos can be kept, as the browser gives them. */
export interface VideoStores {
  readonly can: { folder: boolean; browser: boolean };
  /** Null where the person has to allow it first. Asks nobody. */
  open(place: KeptPlace, folder: FileSystemDirectoryHandle | null): Promise<VideoStore | null>;
  /** Asks the person for the folder where the browser wants that: only after a press. */
  allow(folder: FileSystemDirectoryHandle | null): Promise<boolean>;
  /** The browser's own chooser; null where the person gave up. */
  chooseFolder(): Promise<FileSystemDirectoryHandle | null>;
  persist(): Promise<boolean>;
  usage(): Promise<{ usage: { used: number; quota: number } | null; persisted: boolean }>;
}

/** Chromium's folder access, which TypeScript does not know yet. */
interface FolderAccess {
  queryPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
  requestPermission(options: { mode: 'readwrite' }): Promise<PermissionState>;
}
type Chooser = (options: object) => Promise<FileSystemDirectoryHandle>;

export function browserVideoStores(): VideoStores {
  const storage: StorageManager | undefined = navigator.storage;
  const chooser = (globalThis as { showDirectoryPicker?: Chooser }).showDirectoryPicker;
  const may = async (
    folder: FileSystemDirectoryHandle | null,
    how: keyof FolderAccess,
  ): Promise<boolean> => {
    if (folder === null) return false;
    // A folder of the page's own, as tests hand out, asks nobody.
    const access = folder as FileSystemDirectoryHandle & Partial<FolderAccess>;
    return ((await access[how]?.({ mode: 'readwrite' })) ?? 'granted') === 'granted';
  };
  return {
    can: {
      folder: chooser !== undefined,
      browser:
        storage !== undefined &&
        'getDirectory' in storage &&
        typeof FileSystemFileHandle !== 'undefined' &&
        'createWritable' in FileSystemFileHandle.prototype,
    },
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
