import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { startNginx } from '../../hosting/support/hosts';

export interface OwnHost {
  /** The page's address. */
  address: string;
  /** Changes a file of the page, as a new build would. */
  rewrite(name: string, change: (text: string) => string): void;
  /** Writes a file next to the page. */
  write(name: string, text: string): void;
  /** Writes config.json. */
  configure(config: unknown): void;
  said(): string;
  /** From now on nobody answers. */
  stop(): Promise<void>;
  remove(): Promise<void>;
}

/** The built page by the real nginx, with its own config.json and environment. */
export async function startOwnHost(
  config: unknown,
  env: Record<string, string> = {},
): Promise<OwnHost> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rushes-own-'));
  cpSync(process.env['RUSHES_E2E_COMPRESSED'] ?? 'dist', folder, { recursive: true });
  const configure = (next: unknown): void => {
    writeFileSync(path.join(folder, 'config.json'), JSON.stringify(next));
  };
  configure(config);
  const nginx = await startNginx(folder, env);
  let running = true;
  const stop = async (): Promise<void> => {
    if (running) await nginx.stop();
    running = false;
  };
  return {
    address: `http://127.0.0.1:${nginx.port}/`,
    rewrite(name, change) {
      const file = path.join(folder, name);
      writeFileSync(file, change(readFileSync(file, 'utf8')));
      for (const packed of [`${file}.gz`, `${file}.br`]) rmSync(packed, { force: true });
    },
    write: (name, text) => writeFileSync(path.join(folder, name), text),
    configure,
    said: nginx.said,
    stop,
    remove: async () => {
      await stop();
      rmSync(folder, { recursive: true });
    },
  };
}
