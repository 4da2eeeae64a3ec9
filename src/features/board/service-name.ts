import { SAMPLE_BASE, type ServiceBase } from '~/core/connection';
import type { Translate } from '~/i18n/i18n';

/** A service as people know it: its host, such as `api.example.com`. */
export function serviceName(base: ServiceBase, t: Translate): string {
  if (base === SAMPLE_BASE) return t('details.sample');
  return base.replace(/^https?:\/\//i, '');
}
