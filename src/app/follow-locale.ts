import { setLocale, translate } from '~/i18n/i18n';
import { pickLocale, type Locale } from '~/i18n/locales';
import { prefs } from '~/prefs/prefs';
import { showToast } from '~/ui/toast';

let stop = (): void => {};

/**
 * Puts the page into the chosen language, now and after every change. Resolves when the first words are there;
 * where they cannot be downloaded the page stays in the language it has.
 * @param usual what the host of the page decided for those who chose none; null: as the browser says
 */
export async function followLocale(usual: Locale | null): Promise<void> {
  stop();
  stop = prefs.subscribe((now, before) => {
    if (now.locale !== before.locale) void apply(usual);
  });
  await apply(usual);
}

async function apply(usual: Locale | null): Promise<void> {
  try {
    await setLocale(pickLocale(prefs.getState().locale ?? usual, navigator.languages));
  } catch {
    showToast({ text: translate('app.languageFailed') });
  }
}
