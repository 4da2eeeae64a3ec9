// Values that are safe in nginx's files.
import { existsSync } from 'node:fs';

import { HostingError } from '../relay.mjs';

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
