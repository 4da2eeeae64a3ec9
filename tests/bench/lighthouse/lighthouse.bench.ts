import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from '@playwright/test';

import { ROOT } from '../../../scripts/terminal.mjs';
import type { TestGateway } from '../../e2e/support/gateway';
import { report } from '../media/report';
import { buildPage, temporaryFolder } from '../support/build';
import { fillProfile, openProfile, startAgedGateway } from '../support/profile';
import { serveFolder, type StaticServer } from '../support/static-server';
import { audit, loadLighthouse, scores, shortcomings } from './audit';

const TASKS = 200;
/** Every category's. */
const LEAST_SCORE = 100;
const REPORTS = path.join(ROOT, 'test-results', 'lighthouse');

let built: string;
let server: StaticServer;
let gateway: TestGateway;
test.beforeAll(async () => {
  test.setTimeout(600_000);
  await loadLighthouse();
  built = await buildPage();
  server = await serveFolder(built);
  gateway = await startAgedGateway();
});
test.afterAll(async () => {
  await server.stop();
  await gateway.stop();
  rmSync(built, { recursive: true, force: true });
});

for (const count of [0, TASKS]) {
  const name = count === 0 ? 'first run' : `board of ${count}`;
  test(name, async () => {
    const folder = temporaryFolder();
    const { address } = server;
    if (count > 0) await fillProfile(folder, { address, gateway, count });
    const context = await openProfile(folder, ['--remote-debugging-port=0']);
    try {
      const found = await audit(await loadLighthouse(), { context, folder, address });
      mkdirSync(REPORTS, { recursive: true });
      writeFileSync(path.join(REPORTS, `${name.replaceAll(' ', '-')}.json`), JSON.stringify(found));
      const told = scores(found);
      const machine = `machine ${Math.round(found.environment.benchmarkIndex)}`;
      report(name, [...told.map(([title, score]) => `${title} ${score}`), machine].join(', '));
      for (const line of shortcomings(found)) console.log(`  ${line}`);
      const low = told.filter(([, score]) => score < LEAST_SCORE);
      expect(low, `scores below ${LEAST_SCORE}`).toEqual([]);
    } finally {
      await context.close();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
