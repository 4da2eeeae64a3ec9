/** How much room the board gives to a task; the first is the default. */
export const DENSITIES = ['large', 'compact', 'table'] as const;
export type Density = (typeof DENSITIES)[number];
