import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { certificateFor } from './certificate';
import { startNames } from './names';
import { startUpstream, type Upstream } from './upstream';

/** A key that somebody pasted. */
export const KEY = 'sk-relay-test-7Qm2rushes4Zt9';
/** The relay's key for `house`. */
export const TEAM = 'sk-team-secret-31415926535';

/** Services, a video host and a name server on this machine, and the environment that offers them. */
export interface Network {
  service: Upstream;
  house: Upstream;
  films: Upstream;
  /** Where a name has been redirected to: it can answer, but cannot prove that it has that name. */
  impostor: Upstream;
  /** How many requests reached any of them. */
  asked(): number;
  env: Record<string, string>;
  folder: string;
  /** A page to serve. */
  site: string;
  stop(): Promise<void>;
}

export async function startNetwork(): Promise<Network> {
  const folder = mkdtempSync(path.join(tmpdir(), 'rushes-relay-'));
  const site = path.join(folder, 'site');
  mkdirSync(site);
  writeFileSync(path.join(site, 'index.html'), '<!doctype html>');
  const certificate = certificateFor('cdn.test', folder);
  const names = await startNames();
  const service = await startUpstream();
  const house = await startUpstream();
  const films = await startUpstream(certificate);
  const impostor = await startUpstream(certificateFor('inside.test', folder));
  const all = [service, house, films, impostor];
  return {
    service,
    house,
    films,
    impostor,
    asked: () => all.reduce((sum, { asked }) => sum + asked.length, 0),
    env: {
      RELAY_UPSTREAMS: [
        `studio=http://127.0.0.1:${service.port}`,
        `house=http://127.0.0.1:${house.port}/api/`,
        'gone=https://gone.test',
        'dead=http://127.0.0.1:1',
      ].join(' '),
      RELAY_ALLOW_PRIVATE: 'yes',
      RELAY_KEY_HOUSE: TEAM,
      RELAY_MEDIA_HOSTS: `cdn.test:${films.port} rebound.test:${impostor.port}`,
      RELAY_RATE: '1000',
      // Each test counts what reaches the service.
      RELAY_KEY_RATE: '1000',
      RELAY_SHARE_SECONDS: '0',
      RESOLVER: names.address,
      CA_FILE: certificate.file,
    },
    folder,
    site,
    stop: async () => {
      names.stop();
      await Promise.all(all.map(async (one) => one.stop()));
      rmSync(folder, { recursive: true });
    },
  };
}
