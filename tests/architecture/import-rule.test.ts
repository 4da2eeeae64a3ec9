import { describe, expect, test } from 'vitest';

import { judge, readTable } from './import-rule';
import { parseImports } from './read-sources';

const TABLE = readTable(`
| folder | may import |
| --- | --- |
| \`main.tsx\` | \`app\` |
| \`app\` | \`features\`, \`demo\` by \`import()\` only |
| \`features/*\` | \`engine\` |
| \`engine/*\` | \`core\` types only |
| \`core\` | nothing |
`);

function verdicts(file: string, code: string): (string | null)[] {
  return parseImports(file, code).imports.map((one) => judge(TABLE, { ...one, file }));
}

describe('the import rule', () => {
  test('lets pass what the table names, and a folder itself', () => {
    expect(verdicts('app/App.tsx', `import { Board } from '~/features/board/Board';`)).toEqual([
      null,
    ]);
    expect(verdicts('features/board/Board.tsx', `import { a } from './arrange';`)).toEqual([null]);
    expect(verdicts('core/task.ts', `import { x } from 'valibot';`)).toEqual([null]);
  });

  test.each([
    ['an arrow that turns round', 'core/task.ts', `import { a } from '~/app/boot';`],
    ['another feature', 'features/board/Board.tsx', `import { a } from '~/features/share/link';`],
    ['another part of the engine', 'engine/media/a.ts', `import '~/engine/storage/db';`],
    ['a way round by dots', 'features/board/Board.tsx', `export { a } from '../share/link';`],
    ['a type in passing', 'core/task.ts', `type A = import('~/engine/engine').Engine;`],
    ['the demo in the first load', 'app/boot.ts', `import { a } from '~/demo/server';`],
    ['a value where types are meant', 'engine/media/a.ts', `import { a } from '~/core/task';`],
  ])('stops %s', (_, file, code) => {
    expect(verdicts(file, code)).toEqual([expect.stringContaining(file)]);
  });

  test('tells import() and types from the rest', () => {
    expect(verdicts('app/boot.ts', `const a = () => import('~/demo/server');`)).toEqual([null]);
    expect(verdicts('engine/media/a.ts', `import type { Task } from '~/core/task';`)).toEqual([
      null,
    ]);
  });

  test('lets a test use the demo gateway', () => {
    expect(verdicts('engine/media/a.test.ts', `import { a } from '~/demo/server';`)).toEqual([
      null,
    ]);
  });

  test('refuses a table it does not understand', () => {
    expect(() => readTable('no table')).toThrow(/no table/);
    expect(() => readTable('| folder | may import |\n|-|-|\n| `a` | `b` on Sundays |')).toThrow(
      /Sundays/,
    );
  });
});
