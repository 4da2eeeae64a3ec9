export function staticFiles(config: unknown): Record<string, string>;
