// Values that are safe in nginx's files.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { HostingError } from '../relay.mjs';

const HERE = path.dirname(fileURLToPath(import.meta.url));

/** Throws if a name in the template has no value: nginx would take it for one of its own variables. */
export function fill(template, values) {
  const text = readFileSync(path.join(HERE, template), 'utf8');
  return text.replaceAll(
    /^( *)?\$\{([A-Z_]+)\}$|\$\{([A-Z_]+)\}/gm,
    (_, indent = '', line, word) => {
      const value = values[line ?? word];
      if (value === undefined)
        throw new HostingError(`${template} names ${line ?? word}, which has no value.`);
      return word === undefined ? value && `${indent}${value}` : value;
    },
  );
}

/** A header's name as part of a variable of nginx. */
export function variable(header) {
  return header.toLowerCase().replaceAll('-', '_');
}

export function addHeader([name, value]) {
  return `add_header ${name} "${value}" always;`;
}

/** A regular expression, escaped for double quotes in nginx's files. */
export function quoted(expression) {
  return expression.replaceAll('\\', '\\\\');
}

/** A host name in a regular expression. */
export function escape(host) {
  return host.replaceAll('.', String.raw`\.`);
}

/** A folder that is safe between double quotes in nginx's files. */
export function folder(name, value) {
  if (/["$\\\n]/.test(value))
    throw new HostingError(`${name} contains characters that nginx would misread.`);
  return value;
}

/** A value that is safe in nginx's files without quotes. */
export function plain(name, value) {
  if (!/^[\w./:[\]@-]+$/.test(value))
    throw new HostingError(`${name} contains characters that nginx would misread.`);
  return value;
}

/** The first of these files that exists. */
export function firstThatExists(name, files) {
  const found = files.find((file) => existsSync(file));
  if (!found) throw new HostingError(`${name}: none of these files exists: ${files.join(', ')}.`);
  return found;
}
