import type { Inks } from './use-inks';

/** A line as long as its share. What it shows stands above it in words. @param share 0 to 1 */
export function Bar({ share, ink }: { share: number; ink: Inks[keyof Inks] }) {
  return (
    <svg aria-hidden="true" width="100%" height="6">
      {/* Half a line within, for colours that are only a line around it. */}
      <rect
        x="0.5"
        y="0.5"
        width={`${Math.max(1.5, share * 99.5)}%`}
        height="5"
        rx="2.5"
        style={ink}
      />
    </svg>
  );
}
