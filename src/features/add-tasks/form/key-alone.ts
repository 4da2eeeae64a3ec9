import type { Plan, Route } from '~/features/add-tasks/pairing/plan';

/** Tasks that were chosen of the list of a key. */
export interface Listed extends Pick<Route, 'tasks'> {
  /** See `keyAlone`. */
  of: string;
}

/** A key without tasks, of which the service is certain. Not the team's, which would show everybody's tasks. */
export function isKeyAlone({ key, refused, tasks, known }: Route): boolean {
  return !refused && tasks.length + known === 0 && (key.kind === 'pasted' || key.kind === 'known');
}

/** What tells it from another key, or the same one at another service. */
export function keyAlone({ address, key }: Route): string {
  return `${address.base} ${key.kind === 'pasted' ? (key.secrets[0]?.apiKey ?? '') : ''}`;
}

/** As if these tasks stood beside the key in the text. */
export function withTasks(plan: Plan, alone: Route, { tasks }: Listed): Plan {
  const routes = plan.routes.map((route) => (route === alone ? { ...route, tasks } : route));
  return { ...plan, routes };
}

/** Without keys that stand alone and with which tasks are looked up all the same, once somebody said of what service those are. */
export function withoutRepeats(plan: Plan): Plan {
  const used = new Set(plan.routes.filter(({ tasks }) => tasks.length > 0).map(keyAlone));
  const isRepeat = (route: Route): boolean =>
    route.key.kind === 'pasted' && isKeyAlone(route) && used.has(keyAlone(route));
  return { ...plan, routes: plan.routes.filter((route) => !isRepeat(route)) };
}
