// `npm test`, `npm run check` and .ci/run: every check, cheapest first. Every stage runs, whatever the result of the
// others, except those that need a build that failed. The last line is `N passed, N failed`: each Vitest and Playwright
// test counts as one, and so does every other stage.
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import { ROOT, run, seconds } from './terminal.mjs';

const REPORTS = path.join(ROOT, 'node_modules', '.cache', 'rushes');
const UNIT_REPORT = path.join(REPORTS, 'unit.json');
const JOURNEYS_REPORT = path.join(REPORTS, 'journeys.json');

const STAGES = [
  { name: 'types', command: ['tsc', '--noEmit'] },
  { name: 'lint', command: ['oxlint', '--type-aware'] },
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  {
    name: 'unit',
    command: [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${UNIT_REPORT}`,
    ],
    count: () => {
      const report = readJson(UNIT_REPORT);
      // A file that cannot even be loaded has no tests that could fail: it counts as one failure.
      const broken = report.testResults.filter(
        (file) =>
          file.status === 'failed' && !file.assertionResults.some((one) => one.status === 'failed'),
      );
      const names = [
        ...report.testResults
          .flatMap((file) => file.assertionResults.filter((one) => one.status === 'failed'))
          .map((one) => one.fullName),
        ...broken.map((file) => path.relative(ROOT, file.name)),
      ];
      return { passed: report.numPassedTests, names };
    },
  },
  { name: 'build', command: ['vite', 'build'] },
  { name: 'budget', command: ['node', 'scripts/budget.mjs'], needs: 'build' },
  {
    name: 'journeys',
    command: ['playwright', 'test', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: JOURNEYS_REPORT, PLAYWRIGHT_FORCE_TTY: '0' },
    needs: 'build',
    count: () => {
      const { stats, errors, suites } = readJson(JOURNEYS_REPORT);
      const names = [...failedIn(suites), ...errors.map(() => 'an error outside a test')];
      return { passed: stats.expected + stats.flaky, names };
    },
  },
];

rmSync(REPORTS, { recursive: true, force: true });
mkdirSync(REPORTS, { recursive: true });

const results = new Map();
for (const stage of STAGES) {
  // One after another on purpose, to keep each stage's output together.
  results.set(stage.name, await result(stage));
}

console.log('\nChecks');
let passed = 0;
let failed = 0;
for (const [name, one] of results) {
  passed += one.passed;
  failed += one.failed;
  const verdict = one.failed > 0 ? 'FAIL' : 'ok';
  const counts = one.counted ? `${one.passed} passed, ${one.failed} failed` : one.note;
  console.log(`  ${verdict.padEnd(5)} ${name.padEnd(9)} ${one.time.padStart(8)}  ${counts}`);
  // So that the end of a log is enough to see what failed.
  for (const failure of one.names ?? []) console.log(`          ${failure}`);
}
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);

async function result({ name, command, environment, count, needs }) {
  console.log(`\n── ${name} ──`);
  if (needs && results.get(needs).failed > 0) {
    const note = `not run: ${needs} failed`;
    console.log(note);
    return { passed: 0, failed: 1, counted: false, time: '–', note };
  }
  const start = performance.now();
  const [tool, ...args] = command;
  const code = await run(tool, args, environment);
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
