import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

import type { BrowserContext } from '@playwright/test';

import { ROOT, run } from '../../../scripts/terminal.mjs';

const FOLDER = path.join(ROOT, 'tests', 'bench', 'lighthouse');
const MODULE = path.join(FOLDER, 'node_modules', 'lighthouse', 'core', 'index.js');
/** One run may meet a busy moment of the machine: the middle one of these counts. */
const RUNS = 3;

/** The little of a Lighthouse report that is read here. Scores are 0 to 1. */
export interface Report {
  categories: Record<string, Category>;
  audits: Record<string, Audit>;
  /** How fast the machine was just then: below 1000, times say more of the machine than of the page. */
  environment: { benchmarkIndex: number };
}
interface Category {
  title: string;
  score: number | null;
  auditRefs: { id: string; weight: number }[];
}
interface Audit {
  title: string;
  score: number | null;
  displayValue?: string;
  metricSavings?: Record<string, number>;
  details?: { items?: unknown[] };
}

type Lighthouse = (
  address: string,
  flags: { port: number; output: 'json'; logLevel: 'error'; disableStorageReset: true },
) => Promise<{ lhr: Report } | undefined>;

/** Lighthouse has its own packages beside this file: 185 MB that only this bench needs. */
export async function loadLighthouse(): Promise<Lighthouse> {
  const { version } = readJson('package-lock.json').packages['node_modules/lighthouse'];
  const installed = path.join('node_modules', 'lighthouse', 'package.json');
  if (!existsSync(path.join(FOLDER, installed)) || readJson(installed).version !== version) {
    console.log(`Installing Lighthouse ${version} …`);
    const code = await run('npm', ['ci', '--prefix', FOLDER, '--no-audit', '--no-fund']);
    if (code !== 0) throw new Error('npm ci of Lighthouse failed; its messages are above.');
  }
  const { default: lighthouse } = await import(pathToFileURL(MODULE).href);
  return lighthouse;
}

/** Lighthouse's phone, with nothing in the HTTP cache; what the page remembers stays. */
export async function audit(
  lighthouse: Lighthouse,
  { context, folder, address }: { context: BrowserContext; folder: string; address: string },
): Promise<Report> {
  const [line = ''] = readFileSync(path.join(folder, 'DevToolsActivePort'), 'utf8').split('\n');
  const [page = await context.newPage()] = context.pages();
  const session = await context.newCDPSession(page);
  const reports: Report[] = [];
  for (let turn = 0; turn < RUNS; turn += 1) {
    // Lighthouse does this only where it also empties the storage.
    await session.send('Network.clearBrowserCache');
    const result = await lighthouse(address, {
      port: Number(line),
      output: 'json',
      logLevel: 'error',
      disableStorageReset: true,
    });
    if (result) reports.push(result.lhr);
  }
  const middle = reports.toSorted((a, b) => scoreOf(a) - scoreOf(b))[Math.floor(RUNS / 2)];
  if (!middle) throw new Error('Lighthouse gave no report.');
  return middle;
}

/** `performance 98`, and so on. */
export function scores({ categories }: Report): [name: string, score: number][] {
  return Object.values(categories).map(({ title, score }) => [
    title,
    Math.round((score ?? 0) * 100),
  ]);
}

/** What costs points, and what Lighthouse says would win time. */
export function shortcomings({ categories, audits }: Report): string[] {
  const counted = Object.values(categories).flatMap(({ auditRefs }) =>
    auditRefs.filter(({ weight }) => weight > 0),
  );
  const ids = new Set(counted.map(({ id }) => id));
  return Object.entries(audits)
    .filter(([id, { score, metricSavings }]) => {
      const wins = Object.values(metricSavings ?? {}).some((ms) => ms > 0);
      return score !== null && score < 1 && (ids.has(id) || wins);
    })
    .map(([id, { score, displayValue, metricSavings }]) => {
      const wins = Object.entries(metricSavings ?? {}).filter(([, ms]) => ms > 0);
      const told = wins.map(([metric, ms]) => `${metric} −${Math.round(ms)}`).join(', ');
      return [`${id} ${Math.round((score ?? 0) * 100)}`, displayValue, told]
        .filter(Boolean)
        .join(': ');
    });
}

function scoreOf({ categories }: Report): number {
  return categories['performance']?.score ?? 0;
}

function readJson(file: string) {
  return JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8'));
}
