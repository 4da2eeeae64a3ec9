/** The directives that follow from config.json: whom the page may ask, and where videos and pictures may lie. */
const FOLLOWS = /^(?:connect|img|media)-src\s/;

/**
 * The policy that a page in memory takes over from its host, or null where it keeps the one it has. Only what follows
 * from the settings may differ: any other policy is that of another version, or of a sign-in's page in its place.
 */
export function renewedPolicy(before: string | null, now: string | null): string | null {
  if (before === null || now === null || before === now) return null;
  return fixedPart(before) === fixedPart(now) ? now : null;
}

function fixedPart(policy: string): string {
  const directives = policy.split(';').map((directive) => directive.trim());
  return directives.filter((directive) => !FOLLOWS.test(directive)).join(';');
}
