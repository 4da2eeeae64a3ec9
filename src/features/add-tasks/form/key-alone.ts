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
