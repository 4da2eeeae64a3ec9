// What the built page uses that the oldest browsers of package.json lack, by MDN's data. A script says nothing of what
// type a value has, so this goes by names: what is called, and no file of the page defines, is the browser's; it is too
// new if nothing that has this name is old enough. What is only read, and not called, is not seen. Syntax is not looked
// at either: the build rewrites what is too new (tools/browsers.ts).
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

import { parseSync } from 'vite';

const { resolve } = createRequire(import.meta.url);
/** Read, and not imported: for a test, that would turn 20 MB into a module first. */
const data = JSON.parse(readFileSync(resolve('@mdn/browser-compat-data'), 'utf8'));

/** Where the data says who has a thing. */
const SUPPORT = '__compat';

export function known(oldest) {
  const minimum = oldest.map((one) => {
    const [browser, version] = one.split(' ');
    return [browser, Number(version)];
  });
  const lacking = ({ support }) =>
    minimum.find(([browser, version]) => !isIn(support[browser], version))?.[0] ?? null;

  const [members, statics, globals, styles] = [new Map(), new Map(), new Map(), new Map()];
  /** One of several with this name is enough. */
  const put = (map, name, compat) => {
    if (map.get(name) !== null) map.set(name, lacking(compat));
  };
  const { Intl, ...builtins } = data.javascript.builtins;
  for (const [owner, node] of [data.api, builtins, Intl].flatMap(Object.entries)) {
    if (node[SUPPORT]) put(globals, owner, node[SUPPORT]);
    for (const [key, { [SUPPORT]: compat }] of Object.entries(node)) {
      if (!compat || key.endsWith('_event')) continue;
      const name = key.replace(/_static$/, '');
      put(members, name, compat);
      put(statics, `${owner}.${name}`, compat);
    }
  }
  const { properties, selectors, types, 'at-rules': rules } = data.css;
  for (const [key, node] of Object.entries(rules)) put(styles, `@${key}`, node[SUPPORT]);
  for (const [key, node] of Object.entries(selectors)) put(styles, `:${key}`, node[SUPPORT]);
  for (const [key, node] of Object.entries(properties)) {
    put(styles, key, node[SUPPORT]);
    for (const [value, { [SUPPORT]: compat }] of Object.entries(node))
      if (compat) put(styles, `${key}: ${value}`, compat);
  }
  const functions = (node) => {
    for (const [key, inner] of Object.entries(node)) {
      if (key === SUPPORT) continue;
      if (inner[SUPPORT]) put(styles, `${key}()`, inner[SUPPORT]);
      functions(inner);
    }
  };
  functions(types);
  return { members, statics, globals, styles };
}

/** Not behind a switch, nor under another name. What is there in part counts. */
function isIn(support, version) {
  const numberOf = (text) => (text ? Number.parseFloat(text.replace('≤', '')) : Infinity);
  return [support ?? []]
    .flat()
    .some(
      ({
        version_added: added,
        version_removed: removed,
        flags,
        prefix,
        alternative_name: other,
      }) =>
        numberOf(added) <= version && numberOf(removed) > version && !(flags || prefix || other),
    );
}

export function tooNew({ scripts, styles }, { members, statics, globals, styles: inStyles }) {
  const own = new Set();
  const called = new Set();
  const named = new Set();
  const see = (node, key) => {
    if (node.type === 'MethodDefinition' || node.type === 'Property') {
      if (!node.computed && !node.inPattern) own.add(node.key.name);
    } else if (node.type === 'AssignmentExpression' && isPlain(node.left)) {
      own.add(node.left.property.name);
    } else if (isPlain(node)) {
      const { object, property } = node;
      if (key === 'callee') called.add(property.name);
      if (object.type === 'Identifier') named.add(`${object.name}.${property.name}`);
    } else if (node.type === 'Identifier') named.add(node.name);
  };
  for (const [name, code] of Object.entries(scripts)) walk(parseSync(name, code).program, see);

  const found = new Map();
  const tell = (name, browser) => browser && found.set(name, browser);
  for (const name of called) if (!own.has(name)) tell(`.${name}()`, members.get(name));
  for (const name of named) tell(name, statics.get(name) ?? globals.get(name));
  for (const css of Object.values(styles)) {
    for (const name of namesIn(css)) tell(name, inStyles.get(name));
  }
  return [...found].map(([name, browser]) => `${name}, ${browser}`).toSorted();
}

/** Syntax of a script that browsers of 2014 do not read. */
export function newSyntax(name, code) {
  const found = new Set();
  const see = ({ type, kind, param, operator, shorthand, method }) => {
    const isNewer =
      /^(?:Arrow|TemplateLit|Tagged|Class|Spread|Rest|Chain|ForOf|Await|Yield|Import|Export|Meta)|Pattern$/;
    if (isNewer.test(type)) found.add(type);
    if (type === 'VariableDeclaration' && kind !== 'var') found.add(kind);
    if (type === 'CatchClause' && !param) found.add('catch without a name');
    if (type === 'Property' && (shorthand || method)) found.add('a property without a colon');
    if (/\?\?|\*\*/.test(operator)) found.add(operator);
  };
  walk(parseSync(name, code).program, see);
  return Array.from(found, String).toSorted();
}

function isPlain(node) {
  return node.type === 'MemberExpression' && !node.computed;
}

function walk(node, see, key = '') {
  see(node, key);
  for (const [inner, value] of Object.entries(node)) {
    // Names of what is reached through something else are no names of the page's own.
    const isName = inner === (isPlain(node) ? 'property' : 'key') && !node.computed;
    if (isName || typeof value !== 'object' || value === null) continue;
    for (const one of [value].flat()) {
      if (typeof one?.type !== 'string') continue;
      if (node.type === 'ObjectPattern') one.inPattern = true;
      walk(one, see, inner);
    }
  }
}

/** Rules, selectors, properties, words of their values, and functions of a minified style sheet. */
function namesIn(css) {
  const declarations = [...css.matchAll(/[{;]([a-z][a-z-]*):([^;{}]*)/g)];
  return [
    ...Array.from(css.matchAll(/@[a-z-]+/g), ([name]) => name),
    ...Array.from(css.matchAll(/::?([a-z-]+)[^;{}]*\{/g), ([, name]) => `:${name}`),
    ...Array.from(css.matchAll(/([a-z][a-z-]+)\(/g), ([, name]) => `${name}()`),
    ...declarations.map(([, property]) => property),
    ...declarations.flatMap(([, property, value]) =>
      Array.from(value.matchAll(/[a-z][a-z-]+/g), ([word]) => `${property}: ${word}`),
    ),
  ];
}
