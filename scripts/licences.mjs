// `npm run licences`: nothing is used, and nothing shipped, under terms that the page's own (MIT) cannot meet.
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './terminal.mjs';

/** May stand in the page: it is enough to name them and to hand on their text. */
const SHIPPED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];
/**
 * May be used to build and test besides: MPL-2.0 (lightningcss, axe-core) asks for changes to be published, and there are
 * none; BlueOak-1.0.0 is like MIT.
 */
const BUILDING = [...SHIPPED, 'BlueOak-1.0.0', 'MPL-2.0'];

/**
 * A sentence for each package of a lock file whose licence is not among those allowed; none where all is well.
 * An expression with OR leaves the choice; with AND all its parts count.
 * @param {{ packages: Record<string, { version?: string, license?: string, dev?: boolean }> }} lock
 */
export function licenceProblems({ packages }) {
  return Object.entries(packages).flatMap(([folder, { version, license, dev }]) => {
    if (folder === '') return [];
    const allowed = dev ? BUILDING : SHIPPED;
    const name = folder.replace(/^.*node_modules\//, '');
    if (isAllowed(license ?? '', allowed)) return [];
    return [
      `${name} ${version} has ${license ?? 'no licence'}, which is not among ${allowed.join(', ')}.`,
    ];
  });
}

function isAllowed(expression, allowed) {
  const plain = expression.replaceAll(/[()]/g, '');
  return plain
    .split(' OR ')
    .some((choice) => choice.split(' AND ').every((one) => allowed.includes(one.trim())));
}

if (process.argv[1] === path.join(ROOT, 'scripts/licences.mjs')) {
  const problems = licenceProblems(
    JSON.parse(readFileSync(path.join(ROOT, 'package-lock.json'), 'utf8')),
  );
  for (const problem of problems) console.error(problem);
  if (problems.length === 0) console.log('Every licence is one of those allowed.');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
