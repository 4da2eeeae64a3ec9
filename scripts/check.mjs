// `npm test`, `npm run check` and .ci/run: every check. What keeps all processors busy by itself has them for itself:
// side by side, the tests of the code and the journeys both took longer. Every stage runs, whatever the result of the
// others, except those that need a build that failed. The last line is `N passed, N failed`: each Vitest and Playwright
// test counts as one, and so does every other stage.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { ROOT, run, seconds } from './terminal.mjs';

const REPORTS = path.join(ROOT, 'node_modules', '.cache', 'rushes');

/** These two go through their stages one after another, beside each other. */
const CODE = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  vitest('unit', '--project=!slow'),
];
const PAGE = [
  { name: 'build', command: ['vite', 'build'] },
  { name: 'budget', command: ['node', 'scripts/budget.mjs'], needs: 'build' },
  { name: 'browsers', command: ['node', 'scripts/browsers.mjs'], needs: 'build' },
];
const JOURNEYS = [playwright('journeys', '--grep-invert=@alone')];
/** What measures the browser's own doings wants a processor for itself; most of the time it waits for them. */
const ALONE = [playwright('alone', '--grep=@alone', '--no-deps', '--workers=1')];
/** What keeps one processor busy meanwhile, and no more. */
const BESIDE = [vitest('slow', '--project=slow', '--maxWorkers=1')];

function vitest(name, ...which) {
  const report = path.join(REPORTS, `${name}.json`);
  return {
    name,
    command: [
      'vitest',
      'run',
      ...which,
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    count: () => {
      const { testResults, numPassedTests } = readJson(report);
      // A file that cannot even be loaded has no tests that could fail: it counts as one failure.
      const broken = testResults.filter(
        (file) =>
          file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
      );
      const names = [
        ...testResults
          .flatMap((file) => file.assertionResults.filter((one) => one.status === 'failed'))
          .map((one) => one.fullName),
        ...broken.map((file) => path.relative(ROOT, file.name)),
      ];
      return { passed: numPassedTests, names };
    },
  };
}

function playwright(name, ...which) {
  const report = path.join(REPORTS, `${name}.json`);
  return {
    name,
    command: ['playwright', 'test', ...which, '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_FORCE_TTY: '0' },
    needs: 'build',
    count: () => {
      const { stats, errors, suites } = readJson(report);
      const names = [...failedIn(suites), ...errors.map(() => 'an error outside a test')];
      return { passed: stats.expected + stats.flaky, names };
    },
  };
}

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const results = new Map();
const STAGES = [...CODE, ...PAGE, ...JOURNEYS, ...ALONE, ...BESIDE];
const told = tellInOrder(STAGES.map(({ name }) => name));
await Promise.all([goThrough(CODE), goThrough(PAGE)]);
await goThrough(JOURNEYS);
await Promise.all([goThrough(ALONE), goThrough(BESIDE)]);

console.log('\nChecks');
let passed = 0;
let failed = 0;
for (const { name } of STAGES) {
  const one = results.get(name);
  passed += one.passed;
  failed += one.failed;
  const verdict = one.failed > 0 ? 'FAIL' : 'ok';
  const counts = one.counted ? `${one.passed} passed, ${one.failed} failed` : one.note;
  console.log(`  ${verdict.padEnd(5)} ${name.padEnd(9)} ${one.time.padStart(8)}  ${counts}`);
  // So that the end of a log is enough to see what failed.
  for (const failure of one.names ?? []) console.log(`          ${failure}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;

async function goThrough(stages) {
  for (const stage of stages) {
    results.set(stage.name, await result(stage));
    told.over(stage.name);
  }
}

/** Writes what comes first in the list as it comes, and keeps the rest for later: no stage's output is torn. */
function tellInOrder(names) {
  const waiting = new Map(names.map((name) => [name, [`\n── ${name} ──\n`]]));
  const ended = new Set();
  const write = () => {
    for (const [name, pieces] of waiting) {
      for (const piece of pieces.splice(0)) process.stdout.write(piece);
      if (!ended.has(name)) return;
      waiting.delete(name);
    }
  };
  write();
  return {
    tell: (name, piece) => {
      waiting.get(name).push(piece);
      write();
    },
    over: (name) => {
      ended.add(name);
      write();
    },
  };
}

async function result({ name, command, environment, count, needs }) {
  const tell = (piece) => told.tell(name, piece);
  if (needs && results.get(needs).failed > 0) {
    const note = `not run: ${needs} failed`;
    tell(`${note}\n`);
    return { passed: 0, failed: 1, counted: false, time: '–', note };
  }
  const start = performance.now();
  const [tool, ...args] = command;
  const colours = process.stdout.isTTY ? { FORCE_COLOR: '1' } : {};
  const code = await run(tool, args, { ...colours, ...environment }, ROOT, tell);
  const time = seconds(start);
  const counts = count ? readCounts(count) : null;
  if (!counts)
    return {
      passed: code === 0 ? 1 : 0,
      failed: code === 0 ? 0 : 1,
      counted: false,
      time,
      note: '',
    };
  // Missing tests cannot fail, but a runner that broke outside a test has failed all the same.
  const { passed, names } = counts;
  if (names.length === 0 && (code !== 0 || passed === 0)) names.push('the run itself');
  return { passed, names, failed: names.length, counted: true, time };
}

/** A missing or truncated report means that the runner died: one failure. */
function readCounts(count) {
  try {
    return count();
  } catch {
    return { passed: 0, names: ['no report of the run'] };
  }
}

/** The names of the failed tests in Playwright's report, which nests files, groups and tests. */
function failedIn(suites) {
  return suites.flatMap((suite) => [
    ...failedIn(suite.suites ?? []),
    ...suite.specs.flatMap((spec) =>
      spec.tests
        .filter((one) => one.status === 'unexpected')
        .map((one) => `[${one.projectName}] ${suite.file}: ${spec.title}`),
    ),
  ]);
}

function readJson(file) {
  return JSON.parse(readFileSync(file, 'utf8'));
}
