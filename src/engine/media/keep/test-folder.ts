/** A folder in memory that behaves as the browser's do: what is written shows when it is closed, and not before. */
export interface TestFolder {
  handle: FileSystemDirectoryHandle;
  files: Map<string, Uint8Array<ArrayBuffer>>;
  /** The next call that touches the folder fails with a DOMException of this name. */
  failNext(name: string): void;
  /** Bytes that fit in. */
  room: number;
}

export function testFolder(): TestFolder {
  const files = new Map<string, Uint8Array<ArrayBuffer>>();
  let failure: string | null = null;
  const touch = (): void => {
    if (failure === null) return;
    const name = failure;
    failure = null;
    throw new DOMException('refused', name);
  };
  const folder: TestFolder = {
    files,
    room: Infinity,
    failNext: (name) => (failure = name),
    handle: {
      kind: 'directory',
      name: 'videos',
      async getFileHandle(name: string, { create = false } = {}) {
        touch();
        if (!files.has(name)) {
          if (!create) throw new DOMException('none', 'NotFoundError');
          files.set(name, new Uint8Array());
        }
        return {
          getFile: async () => new File([files.get(name) ?? ''], name),
          createWritable: async () => writable(name),
          remove: async () => void files.delete(name),
        };
      },
      async removeEntry(name: string) {
        if (!files.delete(name)) throw new DOMException('none', 'NotFoundError');
      },
    } as unknown as FileSystemDirectoryHandle,
  };
  const writable = (name: string): WritableStream<Uint8Array> => {
    const chunks: Uint8Array[] = [];
    let length = 0;
    return new WritableStream({
      write(chunk) {
        length += chunk.length;
        if (length > folder.room) throw new DOMException('no room', 'QuotaExceededError');
        chunks.push(chunk);
      },
      close() {
        files.set(name, new Uint8Array(Buffer.concat(chunks)));
      },
    });
  };
  return folder;
}
