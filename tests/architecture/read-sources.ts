import path from 'node:path';

import { parseSync, Visitor } from 'vite';

import { filesOf, readText } from './walk';

export interface FoundImport {
  /** As written. */
  specifier: string;
  /** The file it means, as a path below `src` without extension; null for packages and virtual modules. */
  target: string | null;
  isType: boolean;
  isDynamic: boolean;
}

export interface Source {
  /** Path below `src`. */
  file: string;
  imports: FoundImport[];
  hasDefaultExport: boolean;
  reexportsAll: boolean;
}

/** Every module in `src` with what it imports: by `import`, `export … from`, `import()` and `import('…')` types. */
export function readSources(): Source[] {
  return filesOf(['src'])
    .filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))
    .map((file) => parseImports(file.replace(/^src\//, ''), readText(file)));
}

/** What one module imports; `file` is its path below `src`. Throws where the code does not parse. */
export function parseImports(file: string, code: string): Source {
  const { program, module, errors } = parseSync(file, code);
  if (errors.length > 0) throw new Error(`${file}: ${errors[0]?.message}`);
  const imports: FoundImport[] = [];
  const found = (specifier: string, isType: boolean, isDynamic: boolean): void => {
    imports.push({ specifier, target: targetOf(file, specifier), isType, isDynamic });
  };

  for (const { moduleRequest, entries } of module.staticImports) {
    found(moduleRequest.value, entries.length > 0 && entries.every((one) => one.isType), false);
  }
  const exports = module.staticExports.flatMap((one) => one.entries);
  for (const { moduleRequest, isType } of exports) {
    if (moduleRequest) found(moduleRequest.value, isType, false);
  }
  new Visitor({
    ImportExpression({ source }) {
      // An import() of something computed cannot be judged, so it is shown as it stands and fails.
      const literal = source.type === 'Literal' && typeof source.value === 'string';
      found(literal ? source.value : '/computed', false, true);
    },
    TSImportType({ source }) {
      found(source.value, true, false);
    },
  }).visit(program);

  return {
    file,
    imports,
    hasDefaultExport: exports.some(
      (one) => one.exportName.kind === 'Default' || one.exportName.name === 'default',
    ),
    reexportsAll: exports.some(
      (one) => one.importName.kind === 'AllButDefault' || one.importName.kind === 'All',
    ),
  };
}

function targetOf(file: string, specifier: string): string | null {
  const [bare = ''] = specifier.split('?');
  if (bare.startsWith('~/')) return bare.slice(2);
  if (bare.startsWith('.')) return path.posix.join(path.posix.dirname(file), bare);
  return null;
}
