export function licenceProblems(lock: {
  packages: Record<string, { version?: string; license?: string; dev?: boolean }>;
}): string[];
