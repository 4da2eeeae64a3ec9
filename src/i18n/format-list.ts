import { activeLocale } from './i18n';

/** Names one after the other, as the active language does it: `A, B, C`, `A, B und C`, `A、B、C`. */
export function formatList(names: Iterable<string>): string {
  return new Intl.ListFormat(activeLocale(), { type: 'conjunction', style: 'narrow' }).format(
    names,
  );
}
