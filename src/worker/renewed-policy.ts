/** The directives that follow from config.json: whom the page may ask, and where videos and images may come from. */
const FOLLOWS = /^(?:connect|img|media)-src\s/;

/**
 * The policy a cached page takes over from its host, or null to keep its own. Only directives that follow from the
 * settings may differ: any other policy belongs to another version, or to a sign-in page.
 */
export function renewedPolicy(before: string | null, now: string | null): string | null {
  if (before === null || now === null || before === now) return null;
  return fixedPart(before) === fixedPart(now) ? now : null;
}

function fixedPart(policy: string): string {
  const directives = policy.split(';').map((directive) => directive.trim());
  return directives.filter((directive) => !FOLLOWS.test(directive)).join(';');
}
