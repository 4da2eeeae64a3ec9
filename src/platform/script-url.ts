/** The part of Trusted Types used here; TypeScript does not know them yet. */
interface PolicyFactory {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

/**
 * A script's address in the form required to run it: under the page's policy, plain strings cannot become scripts.
 * Throws for other hosts. Browsers without Trusted Types get the string.
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
