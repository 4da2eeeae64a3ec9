import { asObject, parseJson, type Json } from './read';

/** A value somewhere in an answer, with the names that lead to it. */
export interface Leaf {
  names: readonly string[];
  value: unknown;
  /** The object it stands in. */
  holder: Json;
}

const MAX_DEPTH = 8;
/** Objects and arrays looked into; an answer with more is not searched to its end. */
const MAX_NODES = 600;
const MAX_LEAVES = 6000;
const MAX_BREADTH = 60;
const MAX_JSON_TEXT = 200_000;

/**
 * Every text, number and flag below `root`, the outermost first, without what is below a name that `enter` refuses. JSON
 * written as text is read too. Bounded in depth, breadth and number.
 */
export function leavesOf(root: Json, enter: (name: string) => boolean): Leaf[] {
  const leaves: Leaf[] = [];
  let edge: Leaf[] = [{ names: [], value: root, holder: root }];
  let left = MAX_NODES;
  for (let depth = 0; depth <= MAX_DEPTH && edge.length > 0; depth += 1) {
    edge = edge.flatMap((leaf) => {
      const node = asNode(leaf.value);
      if (node === null && leaves.length < MAX_LEAVES) leaves.push(leaf);
      if (node === null || left <= 0) return [];
      left -= 1;
      return childrenOf(leaf, node, enter);
    });
  }
  return leaves;
}

function childrenOf(
  { names, holder }: Leaf,
  node: Json | readonly unknown[],
  enter: (name: string) => boolean,
): Leaf[] {
  if (isList(node)) return node.slice(0, MAX_BREADTH).map((value) => ({ names, value, holder }));
  return Object.keys(node)
    .slice(0, MAX_BREADTH * 2)
    .filter((name) => name !== '__proto__' && enter(name))
    .map((name) => ({ names: [...names, name], value: node[name], holder: node }));
}

function isList(node: Json | readonly unknown[]): node is readonly unknown[] {
  return Array.isArray(node);
}

function asNode(value: unknown): Json | readonly unknown[] | null {
  if (Array.isArray(value)) return value as unknown[];
  if (typeof value !== 'string') return asObject(value);
  if (value.length > MAX_JSON_TEXT || !/^\s*[{[]/.test(value.slice(0, 100))) return null;
  const inner = parseJson(value);
  return Array.isArray(inner) ? (inner as unknown[]) : asObject(inner);
}
