/** The parts of nginx.conf that share answers, each of one or more lines. */
export function sharing(
  relay: { shareSeconds: number; upstreams: readonly { name: string; adds: object | null }[] },
  run: string,
): { AGES: string; SHARED: string; SHARE: string };
