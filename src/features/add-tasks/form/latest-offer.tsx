import { withWords } from '~/i18n/i18n';
import { lateCode } from '~/ui/late-code';

import { keyAlone } from './key-alone';
import type { AddForm } from './use-add-form';

/** A key alone is enough where its service lists its tasks. */
export function LatestOffer({ form }: { form: AddForm }) {
  const { alone } = form;
  const late = useLatest(alone !== undefined);
  return late && alone ? (
    <late.LatestTasks key={keyAlone(alone)} form={form} route={alone} />
  ) : null;
}

const useLatest = lateCode(
  withWords(['later'], async () => (await import('./latest-tasks')).latestTasks),
);
