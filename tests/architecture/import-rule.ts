import type { FoundImport } from './read-sources';

/** How an allowed folder may be imported. */
type Manner = 'any' | 'types only' | '`import()` only';

export interface Row {
  owns(file: string): boolean;
  may: ReadonlyMap<string, Manner>;
}

/** Reads the table "folder | may import" out of ARCHITECTURE.md. Throws when it is not there. */
export function readTable(markdown: string): Row[] {
  const lines = markdown.split('\n');
  const head = lines.findIndex((line) => /^\|\s*folder\s*\|\s*may import\s*\|/.test(line));
  if (head < 0) throw new Error('ARCHITECTURE.md has no table "folder | may import"');
  const rest = lines.slice(head + 2);
  const end = rest.findIndex((line) => !line.startsWith('|'));
  return rest.slice(0, end < 0 ? rest.length : end).map(readRow);
}

/** What is wrong with an import, or null. Packages, virtual modules and a file's own folder are always fine. */
export function judge(table: readonly Row[], one: FoundImport & { file: string }): string | null {
  const { file, target } = one;
  if (target === null) return null;
  const from = folderOf(file);
  const to = folderOf(target);
  // A test may start the demo gateway, and a test of the engine all of the engine.
  const started = to === 'demo' || (from.startsWith('engine/') && to.startsWith('engine/'));
  if (from === to || (isTest(file) && started)) return null;
  const row = table.find((candidate) => candidate.owns(file));
  const allowed = [...(row?.may ?? [])].find(
    ([place]) => target === place || target.startsWith(`${place}/`),
  );
  if (!allowed) return `${file} imports ${target}: ${from} may not import ${to}`;
  const [folder, manner] = allowed;
  return MANNERS[manner](one) ? null : `${file} imports ${target}: ${folder} by ${manner}`;
}

/** The folder a file belongs to: `app`, `features/board`, `engine/polling`, or its own name in `src` itself. */
export function folderOf(file: string): string {
  const [top = '', second = ''] = file.split('/');
  return top === 'features' || top === 'engine' ? `${top}/${second}` : top;
}

/** A test, or a helper of tests named `test-….ts`. */
export function isTest(file: string): boolean {
  return /\.test\.tsx?$|(^|\/)test-[^/]+$/.test(file);
}

const MANNERS = {
  any: () => true,
  'types only': (one) => one.isType,
  '`import()` only': (one) => one.isDynamic || one.isType,
} satisfies Record<Manner, (one: FoundImport) => boolean>;

function readRow(line: string): Row {
  const [, owner = '', names = ''] = line.split('|').map((cell) => cell.trim());
  const pattern = owner.replaceAll('`', '');
  const base = pattern.replace(/\/\*$/, '');
  const may = new Map<string, Manner>();
  if (names !== 'nothing') {
    for (const part of names.split(',')) {
      const [, folder, manner] = /^\s*`([^`]+)`\s*(.*?)\s*$/.exec(part) ?? [];
      const known = (manner || 'any').replace(/^by /, '');
      if (!folder || !isManner(known))
        throw new Error(`Not understood in ARCHITECTURE.md: ${part}`);
      may.set(folder, known);
    }
  }
  return { owns: (file) => file === base || file.startsWith(`${base}/`), may };
}

function isManner(text: string): text is Manner {
  return Object.hasOwn(MANNERS, text);
}
