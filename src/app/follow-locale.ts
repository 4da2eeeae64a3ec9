import { setLocale, translate } from '~/i18n/i18n';
import { pickLocale } from '~/i18n/locales';
import { prefs } from '~/prefs/prefs';
import { showToast } from '~/ui/toast';

/**
 * Puts the page into the chosen language, now and after every change. Resolves when the first words are there;
 * where they cannot be downloaded the page stays in the language it has.
 */
export async function followLocale(): Promise<void> {
  prefs.subscribe((now, before) => {
    if (now.locale !== before.locale) void apply();
  });
  await apply();
}

async function apply(): Promise<void> {
  try {
    await setLocale(pickLocale(prefs.getState().locale, navigator.languages));
  } catch {
    showToast({ text: translate('app.languageFailed') });
  }
}
