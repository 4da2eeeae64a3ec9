import { activeLocale, setLocale, translate } from '~/i18n/i18n';
import { LOCALES, type Locale } from '~/i18n/locales';
import { prefs } from '~/prefs/prefs';
import { showToast } from '~/ui/toast';

let stop = (): void => {};
/** The browser's: `public/first-sight.js` has found it among ours, before anything was drawn. */
const spoken = LOCALES.find((locale) => locale === document.documentElement.lang) ?? 'en';

/**
 * Sets the page's language, now and after every change. Resolves once the first messages are loaded; if that fails, the
 * language stays as it is.
 * @param usual the host's default for people who chose none; null follows the browser
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
    await setLocale(prefs.getState().locale ?? usual ?? spoken);
    nameManifest(activeLocale());
  } catch {
    showToast({ text: translate('app.languageFailed') });
  }
}

/** What is told to who installs the page is a file for each language: `tools/manifests.ts`. */
function nameManifest(locale: Locale): void {
  const link = document.querySelector('link[rel=manifest]');
  link?.setAttribute('href', `./manifest.${locale === 'en' ? '' : `${locale}.`}webmanifest`);
}
