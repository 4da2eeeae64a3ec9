/** Whether this nginx has a module, by what `nginx -V` says, and the line that loads it. */
export function moduleOf(
  name: 'brotli' | 'stream' | 'headersMore',
  version: string,
): { isThere: boolean; load: string };
