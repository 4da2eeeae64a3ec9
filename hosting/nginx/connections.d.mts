/** Whether this nginx has its stream module, by what `nginx -V` says, and the line that loads it. */
export function streamModule(version: string): { isThere: boolean; load: string };
