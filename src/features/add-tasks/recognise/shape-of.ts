/** What pieces have in common that look alike: how they begin, how long they are, and of what they are made. */
export function shapeOf(value: string): string {
  const name = /[^\x21-\x7E]/.test(value)
    ? /^\s*([\p{L}_.-]*[\p{L}\d]*)/u.exec(value)?.[1]
    : undefined;
  // Of names the first word counts: `SH010 Harbour` and `SH020 Snow leopard` are of one list.
  if (name !== undefined) return `name ${name.replaceAll(/\d+/g, '0')}`;
  const prefix = /^[A-Za-z]{1,12}\d{0,2}(?=[_\-:])/.exec(value)?.[0] ?? '';
  const rest = value.slice(prefix.length);
  const classes = [/[a-z]/, /[A-Z]/, /\d/, /[^A-Za-z0-9]/].map((one) => Number(one.test(rest)));
  return `${prefix} ${value.length} ${isHex(rest) ? 'hex' : classes.join('')}`;
}

/** By chance some hexadecimal pieces have no letter, or no digit. */
function isHex(rest: string): boolean {
  return rest.length >= 8 && /^[-_:]?[0-9a-f-]+$/.test(rest) && /[a-f]/.test(rest);
}
