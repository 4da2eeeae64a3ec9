// `npm run licences`: checks that nothing is used or shipped under terms incompatible with the page's own licence (MIT).
import { readFileSync } from 'node:fs';
import path from 'node:path';

import { ROOT } from './terminal.mjs';

/** Allowed in the page: naming the package and including the licence text is enough. */
const SHIPPED = ['0BSD', 'Apache-2.0', 'BSD-2-Clause', 'BSD-3-Clause', 'ISC', 'MIT'];
/**
 * Also allowed for building and testing: MPL-2.0 (lightningcss, axe-core) requires changes to be published, and there
 * are none; BlueOak-1.0.0 is similar to MIT; with CC0-1.0 there are no terms at all.
 */
const BUILDING = [...SHIPPED, 'BlueOak-1.0.0', 'CC0-1.0', 'MPL-2.0'];

/**
 * A sentence for each package in a lock file whose licence is not allowed; empty if all is well.
 * With OR, one allowed part is enough; with AND, all parts must be allowed.
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
  if (problems.length === 0) console.log('All licences are allowed.');
  process.exitCode = problems.length === 0 ? 0 : 1;
}
