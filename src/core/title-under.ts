/** A title under its shot's name, which it need not repeat: `SH010 Lighthouse, take 2` is *take 2* there. */
export function titleUnder(title: string, shot: string): string {
  const name = shot.trim();
  if (!title.toLowerCase().startsWith(name.toLowerCase())) return title;
  const rest = /^[\s,;:·/|–—-]+(?<rest>\S.*)$/s.exec(title.slice(name.length))?.groups?.['rest'];
  return rest ?? title;
}
