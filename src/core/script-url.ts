/** As much of the browser's Trusted Types as is used; TypeScript does not know them yet. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/**
 * The address of a script of the page's own, as something that runs it may take: under the page's policy no plain
 * text becomes a script. Throws for the address of another host. Browsers without Trusted Types get the text.
 */
export function scriptUrl(url: string): string {
  policy ??= factory()?.createPolicy('rushes', { createScriptURL: ownScript }) ?? {
    createScriptURL: ownScript,
  };
  return policy.createScriptURL(url);
}

let policy: { createScriptURL(url: string): string } | null = null;

function ownScript(url: string): string {
  const { origin, href } = new URL(url, document.baseURI);
  if (origin !== location.origin) throw new TypeError('Not a script of this page');
  return href;
}

function factory(): PolicyFactory | undefined {
  return (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes;
}
