/** Where this browser can keep videos: in a folder that the person picks, or in its own private files. */
export function canKeep(): { folder: boolean; browser: boolean } {
  const storage: StorageManager | undefined = navigator.storage;
  return {
    folder: 'showDirectoryPicker' in globalThis,
    browser:
      storage !== undefined &&
      'getDirectory' in storage &&
      typeof FileSystemFileHandle !== 'undefined' &&
      'createWritable' in FileSystemFileHandle.prototype,
  };
}
