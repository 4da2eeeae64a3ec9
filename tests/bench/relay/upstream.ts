import { spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { certificateFor } from '../../hosting/support/certificate';
import { ask, freePort } from '../../hosting/support/hosts';

/** A service that has nothing to do but answer: a second nginx, which no relay outruns. */
export interface Upstream {
  http: number;
  https: number;
  /** Vouches for `service.test`. */
  caFile: string;
  /** How many look-ups reached it since it started. Waits until none is under way. */
  answered(): Promise<number>;
  stop(): Promise<void>;
}

/** About 1 kB, as services answer. */
export const LOOK_UP = JSON.stringify({
  id: 'video_0123456789abcdef0123456789abcdef',
  object: 'video',
  model: 'sora-2-pro',
  status: 'in_progress',
  progress: 42,
  created_at: 1_700_000_000,
  expires_at: 1_700_086_400,
  seconds: '8',
  size: '1280x720',
  remixed_from_video_id: null,
  error: null,
  prompt: 'A slow dolly along a rain-soaked street at night, neon in the puddles. '.repeat(11),
});

/** `film` is what `/v1/videos/film/content` gives, whole or in ranges. */
export async function startUpstream(folder: string, film: Buffer): Promise<Upstream> {
  const run = path.join(folder, 'upstream');
  mkdirSync(run);
  writeFileSync(path.join(run, 'film.mp4'), film);
  const certificate = certificateFor('service.test', folder);
  const http = await freePort();
  const https = await freePort();
  const config = path.join(run, 'nginx.conf');
  writeFileSync(config, configOf({ run, http, https, certificate: certificate.file }));
  const child = spawn('nginx', ['-p', run, '-c', config], { stdio: 'inherit' });
  const ended = new Promise<void>((resolve) => {
    child.on('close', () => resolve());
  });
  let own = 0;
  const status = async (): Promise<{ requests: number; underWay: number }> => {
    const { body } = await ask({ port: http }, '/status');
    own += 1;
    const [, requests, underWay] =
      /\n \d+ \d+ (\d+) \nReading: \d+ Writing: (\d+)/.exec(body.toString()) ?? [];
    // Its own question is among them.
    return { requests: Number(requests) - own, underWay: Number(underWay) - 1 };
  };
  await until(async () => status().catch(() => null));
  return {
    http,
    https,
    caFile: certificate.file,
    answered: async () =>
      until(async () => {
        const { requests, underWay } = await status();
        return underWay === 0 ? requests : null;
      }),
    stop: async () => {
      child.kill('SIGTERM');
      await ended;
    },
  };
}

function configOf(values: { run: string; http: number; https: number; certificate: string }) {
  const { run, http, https, certificate } = values;
  return `
daemon off;
worker_processes auto;
pid ${run}/nginx.pid;
error_log stderr crit;
${process.getuid?.() === 0 ? 'user root;' : ''}
events { worker_connections 4096; }
http {
  access_log off;
  sendfile on;
  tcp_nopush on;
  keepalive_requests 1000000;
  ${['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${run}/${name};`).join(' ')}
  server {
    listen 127.0.0.1:${http} backlog=4096;
    listen 127.0.0.1:${https} ssl backlog=4096;
    ssl_certificate ${certificate};
    ssl_certificate_key ${certificate.replace(/pem$/, 'key')};
    ssl_session_cache shared:tls:10m;
    location = /status { stub_status; }
    location / {
      default_type application/json;
      return 200 '${LOOK_UP}';
    }
    location = /v1/videos/film/content {
      default_type video/mp4;
      alias ${run}/film.mp4;
    }
  }
}`;
}

/** Asks until there is something. */
async function until<Found>(look: () => Promise<Found | null>): Promise<Found> {
  for (;;) {
    const found = await look();
    if (found !== null) return found;
    await new Promise((resolve) => {
      setTimeout(resolve, 20);
    });
  }
}
