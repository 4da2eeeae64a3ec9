export const ROOT: string;
export function run(
  command: string,
  args: string[],
  extraEnvironment?: Record<string, string>,
  folder?: string,
): Promise<number>;
