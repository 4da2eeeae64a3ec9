import { useEffect } from 'react';

import { useScreenName } from '~/features/told/use-screen-name';
import { useT } from '~/i18n/use-t';

import { SkipLink } from './SkipLink';
import { useGuiding } from './use-guiding';

/** What the form does not wait for, where nothing is tracked and nothing told: the title, ways around by keyboard. */
export function Beginning() {
  const t = useT();
  const title = `${useScreenName()} · ${t('app.name')}`;
  useEffect(() => void (document.title = title), [title]);
  useGuiding();
  return <SkipLink />;
}
