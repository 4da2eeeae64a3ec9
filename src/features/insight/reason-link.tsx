/** Leads to the board. Somewhat higher than its words, for fingers, without taking room from what stands around it. */
export function ReasonLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="text-accent focus-ring hover:underline" style={ROOM}>
      {children}
    </a>
  );
}

const ROOM = { paddingBlock: '0.625rem' };
