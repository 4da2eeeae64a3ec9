import { analyse } from '~/features/add-tasks/recognise/analyse';
import type { Segment } from '~/features/add-tasks/recognise/analysis';

import { pairingOf } from './pairing';
import { planOf, type Known, type Plan } from './plan';

/** The page that a text is pasted into. */
export const OWN_PAGE = 'https://rushes.studio.test';

const NOTHING: Known = {
  services: [],
  otherAddresses: true,
  used: [],
  homeOf: () => null,
  tracked: new Set(),
};

/** The plan for a text before anybody answers anything. */
export function planFor(text: string, known: Partial<Known> = {}): Plan {
  return planOfSegments(analyse(text, { ownOrigin: OWN_PAGE }).segments, known);
}

export function planOfSegments(segments: readonly Segment[], known: Partial<Known> = {}): Plan {
  const all = { ...NOTHING, ...known };
  const configured = new Set(all.services.map(({ base }) => base));
  return planOf(pairingOf(segments, configured), all, { services: new Map(), keys: new Map() });
}

/** `host < keys < tasks` for each route and `? < key < tasks` for each question, by the names given to the values. */
export function told(
  { routes, questions }: Plan,
  names: Readonly<Record<string, string>>,
): string[] {
  const name = (value: string): string =>
    Object.entries(names).find(([, one]) => one === value)?.[0] ?? value;
  const line = (host: string, keys: string[], tasks: { taskId: string }[]): string =>
    [host, keys.map(name).join(' '), tasks.map(({ taskId }) => name(taskId)).join(' ')]
      .join(' < ')
      .trimEnd();
  return [
    ...routes.map(({ address, key, tasks }) =>
      line(
        address.base.replace('https://', '') + (address.path ?? ''),
        key.kind === 'pasted' ? key.secrets.map(({ apiKey }) => apiKey) : [key.kind],
        tasks,
      ),
    ),
    ...questions.map(({ secret, tasks }) => line('?', secret ? [secret.apiKey] : ['-'], tasks)),
  ];
}
