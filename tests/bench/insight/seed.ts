import type { EndedTask } from '~/engine/insight/ended-task';
import { markOf, shortMark } from '~/engine/insight/mark';

const DAY = 86_400_000;
const CLIENTS = ['North', 'South', 'Harbour', 'Atelier 9', 'Kino', '雪豹'];
const MODELS = ['sora-2', 'sora-2-pro', 'veo3.1-fast', 'kling-v2-1', 'wan2.5'];
const BASES = [
  'https://api.example.com',
  'https://gateway.example.net',
  'https://video.example.org',
];

/** Tasks of a year, as a busy team has them. @param now epoch ms */
export function seed(count: number, now: number): EndedTask[] {
  return Array.from({ length: count }, (_, n) => {
    const model = n % MODELS.length;
    const hasFailed = n % 14 === 0;
    return {
      mark: markOf(`https://api.example.com task_${n}`),
      at: now - (n % 365) * DAY - (n % 6000) * 2000,
      isDated: true,
      tookMs: (60 + 40 * model + (n % 97)) * 1000,
      end: hasFailed ? 'failed' : 'ready',
      reason: hasFailed ? 'overload' : null,
      base: BASES[model % BASES.length] ?? '',
      model: MODELS[model] ?? null,
      seconds: n % 3 === 0 ? 8 : 5,
      cost: model < 2 ? { amount: (model + 1) / 5, unit: 'USD' } : null,
      batch: `batch-${Math.floor(n / 60)}`,
      shot: shortMark(`SH${n % 900}`),
      columns: { Client: CLIENTS[n % CLIENTS.length] ?? '', Format: n % 2 === 0 ? '16:9' : '9:16' },
    };
  });
}
