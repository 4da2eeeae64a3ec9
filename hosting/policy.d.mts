export const CACHING: { assets: string; others: string };
export function pageHeaders(config: unknown): [name: string, value: string][];
