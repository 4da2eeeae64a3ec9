export { LOCALE_NAMES, LOCALES, type Locale } from '~/prefs/choices';
