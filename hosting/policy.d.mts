export const CACHING: { assets: string; others: string };
export const CLOSED: object;
export function readConfig(file: string): unknown;
export function misspelt(config: unknown): string | null;
export function pageHeaders(config: unknown): [name: string, value: string][];
