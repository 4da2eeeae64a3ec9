import { LOCALE_NAMES, LOCALES } from '~/i18n/locales';
import { useLocale, useT } from '~/i18n/use-t';
import { setPrefs } from '~/prefs/prefs';
import { Select } from '~/ui/select';

const OPTIONS = LOCALES.map((locale) => ({
  value: locale,
  label: LOCALE_NAMES[locale],
  lang: locale,
}));

/** The page's languages, each by its own name. */
export function LanguageSelect({ hideLabel = false }: { hideLabel?: boolean }) {
  const t = useT();
  return (
    <Select
      label={t('settings.language')}
      hideLabel={hideLabel}
      value={useLocale()}
      options={OPTIONS}
      onChange={(locale) => setPrefs({ locale })}
    />
  );
}
