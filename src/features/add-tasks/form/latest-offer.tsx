import type { Route } from '~/features/add-tasks/pairing/plan';
import { withWords } from '~/i18n/i18n';
import { lateCode } from '~/ui/late-code';

import type { AddForm } from './use-add-form';

/** A key alone is enough where its service lists its tasks. */
export function LatestOffer({ form }: { form: AddForm }) {
  const route = form.plan.routes.find(isKeyAlone);
  const late = useLatest(route !== undefined);
  return late && route ? (
    <late.LatestTasks key={`${route.address.base} ${keyOf(route)}`} form={form} route={route} />
  ) : null;
}

const useLatest = lateCode(
  withWords(['later'], async () => (await import('./latest-tasks')).latestTasks),
);

/** The team's key would show everybody's tasks. */
function isKeyAlone({ key, refused, tasks, known }: Route): boolean {
  return !refused && tasks.length + known === 0 && (key.kind === 'pasted' || key.kind === 'known');
}

function keyOf({ key }: Route): string {
  return key.kind === 'pasted' ? (key.secrets[0]?.apiKey ?? '') : '';
}
